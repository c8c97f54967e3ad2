/// Editions, organisations, delegations, delegates and their places.
@NullMarked
package io.bridgehead.registration;

import org.jspecify.annotations.NullMarked;
