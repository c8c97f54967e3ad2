/// Signatures of the parties, the seal that the service puts on a record when all have signed, and
/// whether a record still is what was sealed.
@NullMarked
package io.bridgehead.contract.signing;

import org.jspecify.annotations.NullMarked;
