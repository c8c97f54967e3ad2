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

    /// The record is not what was drafted, or not what was sealed with the last signature: it was edited
    /// behind the application's back, and nothing more may be put on top of that.
    public static final class RecordAltered extends SigningRejection {

        private static final long serialVersionUID = 1;

        public RecordAltered(String agreement) {
            super(agreement + " was edited since it was drafted or signed");
        }
    }
}
