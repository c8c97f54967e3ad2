package io.bridgehead.contract.agreement;

/// Why an agreement does not take a signature.
public abstract sealed class SigningRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private SigningRejection(String message) {
        super(message);
    }

    /// The agreement has no such party.
    public static final class NotAParty extends SigningRejection {

        private static final long serialVersionUID = 1;

        private final String organisation;

        NotAParty(String organisation) {
            super(organisation + " is no party of the agreement");
            this.organisation = organisation;
        }

        public String organisation() {
            return organisation;
        }
    }

    /// What the signatory was shown is not this agreement's document.
    public static final class DigestDiffers extends SigningRejection {

        private static final long serialVersionUID = 1;

        private final String shown;
        private final String actual;

        DigestDiffers(String shown, String actual) {
            super("signed over " + shown + " where the document is " + actual);
            this.shown = shown;
            this.actual = actual;
        }

        public String shown() {
            return shown;
        }

        public String actual() {
            return actual;
        }
    }

    /// The document is not the one any more that another party has signed: it was edited behind the
    /// application's back, and nothing more may be put on top of that.
    public static final class DocumentAltered extends SigningRejection {

        private static final long serialVersionUID = 1;

        DocumentAltered(String organisation, String signed, String actual) {
            super(organisation + " has signed " + signed + " where the document is " + actual);
        }
    }
}
