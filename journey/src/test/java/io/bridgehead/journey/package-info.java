/// The whole system, walked through as its people and partner cities do.
@NullMarked
package io.bridgehead.journey;

import org.jspecify.annotations.NullMarked;
