/// Pilot bases: where a process is tried between laboratory and plant.
@NullMarked
package io.bridgehead.matchmaking.pilotbase;

import org.jspecify.annotations.NullMarked;
