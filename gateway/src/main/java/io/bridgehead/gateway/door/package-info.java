/// What every request meets first, and every answer carries: the look at its shape, the trace, the
/// security headers, the limit of the body, and the problem details in which the gateway refuses.
@NullMarked
package io.bridgehead.gateway.door;

import org.jspecify.annotations.NullMarked;
