/// Funds and what they are mandated to invest in.
@NullMarked
package io.bridgehead.matchmaking.fund;

import org.jspecify.annotations.NullMarked;
