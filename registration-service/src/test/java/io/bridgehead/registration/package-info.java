@NullMarked
package io.bridgehead.registration;

import org.jspecify.annotations.NullMarked;
