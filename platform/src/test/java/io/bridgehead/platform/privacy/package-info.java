@NullMarked
package io.bridgehead.platform.privacy;

import org.jspecify.annotations.NullMarked;
