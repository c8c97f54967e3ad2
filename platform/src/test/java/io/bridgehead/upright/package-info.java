/// A service that keeps every rule of the house: the rules must find nothing here.
@NullMarked
package io.bridgehead.upright;

import org.jspecify.annotations.NullMarked;
