/// The cities that take part: configuration, so that another one can join without a release.
@NullMarked
package io.bridgehead.registration.city;

import org.jspecify.annotations.NullMarked;
