@NullMarked
package io.bridgehead.contract;

import org.jspecify.annotations.NullMarked;
