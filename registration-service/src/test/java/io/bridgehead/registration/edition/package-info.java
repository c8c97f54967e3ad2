@NullMarked
package io.bridgehead.registration.edition;

import org.jspecify.annotations.NullMarked;
