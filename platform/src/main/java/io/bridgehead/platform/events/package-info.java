/// Events between services: sent from the documents that hold them, received once, parked when they
/// cannot be handled, replayed when a view is built anew.
@NullMarked
package io.bridgehead.platform.events;

import org.jspecify.annotations.NullMarked;
