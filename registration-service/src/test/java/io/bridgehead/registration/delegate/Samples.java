package io.bridgehead.registration.delegate;

import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Person;
import io.bridgehead.registration.edition.GuestKind;

/// A delegate as the events' samples have it.
final class Samples {

    static final String ID = "5f0c2d1e-8a47-8b3c-9d10-2e6f7a8b9c01";

    private Samples() {}

    static Guest guest() {
        return new Guest(
                "2025-quzhou",
                "0b8f6f0a-3c1d-8e21-8f5a-6a1c2d3e4f50",
                "sr",
                "91361100MAEX001173",
                "上饶锂电材料有限公司（示例）",
                GuestKind.DELEGATE,
                true);
    }

    static Person person() {
        return new Person(
                new PersonalText(ID, "AXvk3mQ9nS2yZ0p1cXlUdGgtbmFtZQ"),
                new PersonalText(ID, "AXvk3mQ9nS2yZ0p1cXlUdGgtcGhvbmU"),
                null,
                "副总经理");
    }
}
