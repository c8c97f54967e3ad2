/// What the services' tests stand on: the real broker, MongoDB's own engine, the house's rules.
@NullMarked
package io.bridgehead.platform.testing;

import org.jspecify.annotations.NullMarked;
