/// Lends what stands on shelves.
@NullMarked
package io.bridgehead.upright.loan;

import org.jspecify.annotations.NullMarked;
