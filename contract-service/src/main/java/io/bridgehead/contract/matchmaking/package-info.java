/// What contract-service hears from matchmaking: the intent that causes a draft.
@NullMarked
package io.bridgehead.contract.matchmaking;

import org.jspecify.annotations.NullMarked;
