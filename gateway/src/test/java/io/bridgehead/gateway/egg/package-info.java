/// The other half of the circle that begins in `chicken`.
@NullMarked
package io.bridgehead.gateway.egg;

import org.jspecify.annotations.NullMarked;
