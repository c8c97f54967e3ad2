/// The people who come: registered, approved, given a place, and forgotten when they ask for it.
@NullMarked
package io.bridgehead.registration.delegate;

import org.jspecify.annotations.NullMarked;
