/// Agreements from draft to signed record, and the chain they close.
@NullMarked
package io.bridgehead.contract;

import org.jspecify.annotations.NullMarked;
