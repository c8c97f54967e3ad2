@NullMarked
package io.bridgehead.contract.agreement;

import org.jspecify.annotations.NullMarked;
