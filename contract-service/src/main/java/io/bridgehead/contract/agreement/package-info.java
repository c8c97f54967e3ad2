/// An agreement, from the intent that causes its draft to the record that all its parties have signed.
@NullMarked
package io.bridgehead.contract.agreement;

import org.jspecify.annotations.NullMarked;
