package io.bridgehead.registration.delegate;

import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Person;
import io.bridgehead.registration.edition.GuestKind;

/// A delegate as the events' samples have it.
final class Samples {

    static final String ID = "3f0c6d0e-5f0a-8a51-9d3e-6f1b0a7c2d11";

    private Samples() {}

    static Guest guest() {
        return new Guest(
                "2025-quzhou",
                "7a2b1c3d-4e5f-8061-a2b3-c4d5e6f70811",
                "sr",
                "91361100MAEX001173",
                "上饶锂电材料有限公司（示例）",
                GuestKind.DELEGATE,
                true);
    }

    static Person person() {
        return new Person(new PersonalText(ID, "AQ"), new PersonalText(ID, "Ag"), null, "研发总监");
    }
}
