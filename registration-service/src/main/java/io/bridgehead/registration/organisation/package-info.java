/// Enterprises, institutes, universities, funds and offices, by their unified social credit code.
@NullMarked
package io.bridgehead.registration.organisation;

import org.jspecify.annotations.NullMarked;
