/// The places of an edition: who has one, who waits in line, and who is next.
@NullMarked
package io.bridgehead.registration.places;

import org.jspecify.annotations.NullMarked;
