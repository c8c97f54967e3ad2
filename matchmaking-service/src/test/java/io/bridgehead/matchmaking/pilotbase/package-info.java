@NullMarked
package io.bridgehead.matchmaking.pilotbase;

import org.jspecify.annotations.NullMarked;
