@NullMarked
package io.bridgehead.platform.identity;

import org.jspecify.annotations.NullMarked;
