/// A service that breaks every rule of the house, each once: the rules must find just that.
@NullMarked
package io.bridgehead.crooked;

import org.jspecify.annotations.NullMarked;
