@NullMarked
package io.bridgehead.registration.delegation.sheet;

import org.jspecify.annotations.NullMarked;
