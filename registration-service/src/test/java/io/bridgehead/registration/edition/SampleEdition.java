package io.bridgehead.registration.edition;

import io.bridgehead.registration.BilingualPassage;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The edition of 2025, with two of its cities.
public final class SampleEdition {

    private SampleEdition() {}

    public static Edition ofQuzhou(Quota... quotas) {
        return new Edition(
                new BilingualText(
                        "2025衢州人才科创周暨四省边际创新生态共建活动", "Quzhou Talent and Science Week 2025"),
                "qz",
                List.of(
                        new City("qz", "330800", new BilingualText("衢州", "Quzhou")),
                        new City("sr", "361100", new BilingualText("上饶", "Shangrao"))),
                LocalDate.of(2025, 9, 24),
                LocalDate.of(2025, 9, 26),
                "Asia/Shanghai",
                new BilingualText("衢州市文化艺术中心", "Quzhou Culture and Arts Centre"),
                List.of(quotas),
                List.of(
                        new ProgrammeItem(
                                Instant.parse("2025-09-24T01:00:00Z"),
                                Instant.parse("2025-09-24T03:30:00Z"),
                                new BilingualText("启幕", "Opening"),
                                new BilingualText("主会场", "Main hall"))),
                new BilingualPassage("乘高铁到衢州站。", "By train to Quzhou station."),
                null);
    }
}
