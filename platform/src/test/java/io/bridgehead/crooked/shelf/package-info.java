/// Breaks the rules of a feature.
@NullMarked
package io.bridgehead.crooked.shelf;

import org.jspecify.annotations.NullMarked;
