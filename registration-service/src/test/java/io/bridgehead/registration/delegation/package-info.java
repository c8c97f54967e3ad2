@NullMarked
package io.bridgehead.registration.delegation;

import org.jspecify.annotations.NullMarked;
