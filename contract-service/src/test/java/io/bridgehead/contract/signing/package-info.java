@NullMarked
package io.bridgehead.contract.signing;

import org.jspecify.annotations.NullMarked;
