@NullMarked
package io.bridgehead.registration.city;

import org.jspecify.annotations.NullMarked;
