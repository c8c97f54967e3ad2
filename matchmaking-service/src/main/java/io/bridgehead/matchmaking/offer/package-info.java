/// What projects, funds and pilot bases have in common: an organisation brings them to an edition, and a
/// delegate speaks for them there.
@NullMarked
package io.bridgehead.matchmaking.offer;

import org.jspecify.annotations.NullMarked;
