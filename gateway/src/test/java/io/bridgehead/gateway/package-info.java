/// The gateway as a caller and a service see it: real connections, real tokens, nothing replaced.
@NullMarked
package io.bridgehead.gateway;

import org.jspecify.annotations.NullMarked;
