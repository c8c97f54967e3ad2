package io.bridgehead.contract.agreement;

/// Why an intent does not become an agreement.
abstract sealed class DraftingRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private DraftingRejection(String message) {
        super(message);
    }

    /// What the asker is told, for a program.
    String reason() {
        return switch (this) {
            case UnknownKind _ -> "unknownKind";
            case Untitled _ -> "untitled";
            case NumberOfParties _ -> "numberOfParties";
            case SameParty _ -> "sameParty";
            case UnknownCurrency _ -> "unknownCurrency";
            case AmountOutOfRange _ -> "amountOutOfRange";
            case UnreadableText _ -> "unreadableText";
        };
    }

    static final class UnknownKind extends DraftingRejection {
        private static final long serialVersionUID = 1;

        UnknownKind(String kind) {
            super("no kind of agreement is called '" + kind + "'");
        }
    }

    static final class Untitled extends DraftingRejection {
        private static final long serialVersionUID = 1;

        Untitled() {
            super("an agreement has a title");
        }
    }

    static final class NumberOfParties extends DraftingRejection {
        private static final long serialVersionUID = 1;

        NumberOfParties(int number) {
            super("an agreement has 2 to 10 parties, and not " + number);
        }
    }

    static final class SameParty extends DraftingRejection {
        private static final long serialVersionUID = 1;

        SameParty() {
            super("nobody agrees with himself");
        }
    }

    static final class UnknownCurrency extends DraftingRejection {
        private static final long serialVersionUID = 1;

        UnknownCurrency(String currency) {
            super("ISO 4217 has no currency '" + currency + "'");
        }
    }

    static final class AmountOutOfRange extends DraftingRejection {
        private static final long serialVersionUID = 1;

        AmountOutOfRange(long amount) {
            super("an agreed amount is more than nothing and at most 2^53 - 1, and not " + amount);
        }
    }

    /// Half of a surrogate pair has no UTF-8, and so no digest that everyone agrees on.
    static final class UnreadableText extends DraftingRejection {
        private static final long serialVersionUID = 1;

        UnreadableText() {
            super("the text is no Unicode");
        }
    }
}
