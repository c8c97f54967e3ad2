package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;

/// Editions for the tests of features that stand on them.
public final class EditionFixture {

    private EditionFixture() {}

    public static Editions editions(Documents documents) {
        return new Editions(documents);
    }

    /// @return the repository in which Quzhou's edition was opened
    public static Editions open(Documents documents, String code, Quota... quotas) {
        Editions editions = new Editions(documents);
        var _ = editions.open(code, CommandId.random(), SampleEdition.ofQuzhou(quotas));
        return editions;
    }
}
