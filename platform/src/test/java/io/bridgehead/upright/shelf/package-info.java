/// Shelves, and what stands on them.
@NullMarked
package io.bridgehead.upright.shelf;

import org.jspecify.annotations.NullMarked;
