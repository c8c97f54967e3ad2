@NullMarked
package io.bridgehead.matchmaking.fund;

import org.jspecify.annotations.NullMarked;
