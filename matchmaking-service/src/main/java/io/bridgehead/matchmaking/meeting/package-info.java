/// Meetings of a project with a fund or a pilot base: asked for, answered, given a slot and a table, and
/// what was intended at the end.
@NullMarked
package io.bridgehead.matchmaking.meeting;

import org.jspecify.annotations.NullMarked;
