@NullMarked
package io.bridgehead.matchmaking.offer;

import org.jspecify.annotations.NullMarked;
