/// Breaks the rule of platform.
@NullMarked
package io.bridgehead.platform.crooked;

import org.jspecify.annotations.NullMarked;
