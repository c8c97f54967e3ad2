/// Projects, funds, pilot bases; who should meet, and when they do.
@NullMarked
package io.bridgehead.matchmaking;

import org.jspecify.annotations.NullMarked;
