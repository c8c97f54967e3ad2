@NullMarked
package io.bridgehead.matchmaking.registration;

import org.jspecify.annotations.NullMarked;
