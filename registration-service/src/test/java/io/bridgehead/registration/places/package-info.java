@NullMarked
package io.bridgehead.registration.places;

import org.jspecify.annotations.NullMarked;
