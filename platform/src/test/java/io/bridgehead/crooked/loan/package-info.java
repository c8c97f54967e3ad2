/// Closes a circle with the shelves.
@NullMarked
package io.bridgehead.crooked.loan;

import org.jspecify.annotations.NullMarked;
