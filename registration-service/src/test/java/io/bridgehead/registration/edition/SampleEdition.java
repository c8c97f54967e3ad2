package io.bridgehead.registration.edition;

import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
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
                List.of(quotas));
    }
}
