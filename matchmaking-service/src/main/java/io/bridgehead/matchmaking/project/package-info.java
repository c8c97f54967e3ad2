/// Projects that look for money or for a pilot base.
@NullMarked
package io.bridgehead.matchmaking.project;

import org.jspecify.annotations.NullMarked;
