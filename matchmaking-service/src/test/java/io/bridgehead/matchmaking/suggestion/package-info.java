@NullMarked
package io.bridgehead.matchmaking.suggestion;

import org.jspecify.annotations.NullMarked;
