/// The manners of the public API: problem details, idempotency keys, ETags, cursors, long
/// operations, limits.
@NullMarked
package io.bridgehead.platform.web;

import org.jspecify.annotations.NullMarked;
