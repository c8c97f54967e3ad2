/// The one door: every request from outside comes through here, and goes on to the service that
/// keeps the resource it names.
@NullMarked
package io.bridgehead.gateway;

import org.jspecify.annotations.NullMarked;
