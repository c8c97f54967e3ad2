/// Which service keeps which resource, and the way there and back.
@NullMarked
package io.bridgehead.gateway.routing;

import org.jspecify.annotations.NullMarked;
