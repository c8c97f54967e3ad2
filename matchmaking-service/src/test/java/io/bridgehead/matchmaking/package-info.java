@NullMarked
package io.bridgehead.matchmaking;

import org.jspecify.annotations.NullMarked;
