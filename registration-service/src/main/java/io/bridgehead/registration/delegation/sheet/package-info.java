/// A delegation's spreadsheet: what a stranger sent becomes rows, each a person or what is wrong with it.
@NullMarked
package io.bridgehead.registration.delegation.sheet;

import org.jspecify.annotations.NullMarked;
