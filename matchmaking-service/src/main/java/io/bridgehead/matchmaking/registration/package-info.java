/// What this service hears of registration: editions, industries, and the people it knows from nowhere
/// else.
@NullMarked
package io.bridgehead.matchmaking.registration;

import org.jspecify.annotations.NullMarked;
