@NullMarked
package io.bridgehead.registration.industry;

import org.jspecify.annotations.NullMarked;
