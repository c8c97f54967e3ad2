/// Who calls, as far as the gateway has to know: whether his token is good, and how often he calls.
@NullMarked
package io.bridgehead.gateway.caller;

import org.jspecify.annotations.NullMarked;
