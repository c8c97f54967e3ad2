package io.bridgehead.platform.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for. Lists are in the order of their documents' ids, so that a
/// reader who goes on from `after` sees nothing twice and misses nothing that was there when he
/// began, whatever is written meanwhile.
///
/// @param limit 1 to [#MOST] items
/// @param after the id behind which the page begins: the [Page#next()] of the page before
/// @param updatedFrom inclusive
/// @param updatedBefore exclusive
public record PageQuery(
        int limit,
        @Nullable String after,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedBefore) {

    public static final int MOST = 200;
    public static final int DEFAULT_LIMIT = 50;

    public PageQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " items");
        }
    }
}
