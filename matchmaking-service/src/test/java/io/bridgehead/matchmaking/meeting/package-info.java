@NullMarked
package io.bridgehead.matchmaking.meeting;

import org.jspecify.annotations.NullMarked;
