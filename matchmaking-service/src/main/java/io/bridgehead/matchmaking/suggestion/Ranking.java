package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of suggestions: by points, the most first; of equals, by their ids, so that the order is
/// the same whoever asks, and when.
///
/// @param points of a suggestion
/// @param ids of its two sides, the project's first
record Ranking(int points, String ids) {

    private static final Comparator<Ranking> BEST_FIRST =
            Comparator.comparingInt(Ranking::points).reversed().thenComparing(Ranking::ids);

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,3})_(.+)");

    private static Ranking of(Suggestion suggestion) {
        return new Ranking(
                suggestion.match().points(), suggestion.project() + suggestion.counterpart());
    }

    static List<Suggestion> bestFirst(List<Suggestion> suggestions) {
        return suggestions.stream().sorted(Comparator.comparing(Ranking::of, BEST_FIRST)).toList();
    }

    /// A cursor is a place in the order, not a suggestion: whoever goes on from it misses nothing when
    /// the one that stood there is gone.
    ///
    /// @throws InvalidRequest when it goes on from no such place
    static Page<Suggestion> page(List<Suggestion> bestFirst, PageQuery query) {
        @Nullable Ranking after = query.after() == null ? null : parse(query.after());
        List<Suggestion> rest =
                bestFirst.stream()
                        .filter(each -> after == null || BEST_FIRST.compare(of(each), after) > 0)
                        .toList();
        if (rest.size() <= query.limit()) {
            return new Page<>(rest, null);
        }
        List<Suggestion> items = rest.subList(0, query.limit());
        Ranking last = of(items.getLast());
        return new Page<>(items, last.points + "_" + last.ids);
    }

    private static Ranking parse(String cursor) {
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw new InvalidRequest(List.of(new FieldError("after", "malformed")));
        }
        return new Ranking(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }
}
