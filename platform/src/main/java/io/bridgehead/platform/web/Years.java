package io.bridgehead.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// The years that days and times of a request may be in. Whatever is outside is a slip; far outside, it
/// fits neither the database's milliseconds nor a time zone.
final class Years {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Years() {}

    static boolean contain(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    static boolean contain(Instant time) {
        return !time.isBefore(BEGIN) && time.isBefore(END);
    }

    static boolean contain(OffsetDateTime time) {
        return contain(time.toInstant());
    }
}
