@NullMarked
package io.bridgehead.platform.events;

import org.jspecify.annotations.NullMarked;
