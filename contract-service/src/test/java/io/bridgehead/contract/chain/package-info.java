@NullMarked
package io.bridgehead.contract.chain;

import org.jspecify.annotations.NullMarked;
