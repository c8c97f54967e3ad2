/// A POST that comes again with the same `Idempotency-Key` is answered as before, byte for byte, and
/// does nothing twice.
@NullMarked
package io.bridgehead.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
