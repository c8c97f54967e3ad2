/// Editions of the event: when, where, for which cities, with how many places for whom.
@NullMarked
package io.bridgehead.registration.edition;

import org.jspecify.annotations.NullMarked;
