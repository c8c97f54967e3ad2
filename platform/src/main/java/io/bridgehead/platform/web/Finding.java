package io.bridgehead.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that long work found out about one row, for the one who asked for the work.
///
/// @param row as the sheet numbers it: 1 is the heading
/// @param column as the sheet names it; null when the whole row is meant
/// @param code stable and lower-case, for programs
/// @param message for people, by language: `zh` and `en`; no personal data
public record Finding(int row, @Nullable String column, String code, Map<String, String> message) {

    public Finding {
        message = Map.copyOf(message);
    }
}
