@NullMarked
package io.bridgehead.contract.matchmaking;

import org.jspecify.annotations.NullMarked;
