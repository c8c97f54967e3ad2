@NullMarked
package io.bridgehead.matchmaking.timetable;

import org.jspecify.annotations.NullMarked;
