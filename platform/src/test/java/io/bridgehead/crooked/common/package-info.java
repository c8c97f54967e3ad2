/// A package for anything.
@NullMarked
package io.bridgehead.crooked.common;

import org.jspecify.annotations.NullMarked;
