/// The timetable of an edition's meetings: slots and tables, who has them, and who waits for them.
@NullMarked
package io.bridgehead.matchmaking.timetable;

import org.jspecify.annotations.NullMarked;
