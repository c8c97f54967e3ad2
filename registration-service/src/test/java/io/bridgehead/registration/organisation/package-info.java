@NullMarked
package io.bridgehead.registration.organisation;

import org.jspecify.annotations.NullMarked;
