/// A city's delegation to an edition, and the spreadsheet with which it is sent in.
@NullMarked
package io.bridgehead.registration.delegation;

import org.jspecify.annotations.NullMarked;
