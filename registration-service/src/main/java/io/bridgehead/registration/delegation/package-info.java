/// A city's delegation to an edition, and the import that registers its people.
@NullMarked
package io.bridgehead.registration.delegation;

import org.jspecify.annotations.NullMarked;
