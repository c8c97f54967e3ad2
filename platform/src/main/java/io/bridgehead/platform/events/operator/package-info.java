/// What an operator does to a running service's events, by the public API: sees what is parked, mends,
/// replays or discards it, and has views built anew.
@NullMarked
package io.bridgehead.platform.events.operator;

import org.jspecify.annotations.NullMarked;
