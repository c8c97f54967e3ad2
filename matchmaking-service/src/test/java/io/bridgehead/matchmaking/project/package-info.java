@NullMarked
package io.bridgehead.matchmaking.project;

import org.jspecify.annotations.NullMarked;
