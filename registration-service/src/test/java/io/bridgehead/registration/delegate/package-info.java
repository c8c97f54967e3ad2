@NullMarked
package io.bridgehead.registration.delegate;

import org.jspecify.annotations.NullMarked;
