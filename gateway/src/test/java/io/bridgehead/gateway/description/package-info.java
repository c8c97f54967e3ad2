@NullMarked
package io.bridgehead.gateway.description;

import org.jspecify.annotations.NullMarked;
