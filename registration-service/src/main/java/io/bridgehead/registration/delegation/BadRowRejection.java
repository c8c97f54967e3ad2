package io.bridgehead.registration.delegation;

import io.bridgehead.platform.web.Finding;
import java.util.List;

/// Why a corrected row does not go in.
abstract sealed class BadRowRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private BadRowRejection(String message) {
        super(message);
    }

    static final class StillBad extends BadRowRejection {

        private static final long serialVersionUID = 1;

        private final transient List<Finding> findings;

        StillBad(List<Finding> findings) {
            super("the row has " + findings.size() + " faults still");
            this.findings = List.copyOf(findings);
        }

        List<Finding> findings() {
            return findings;
        }
    }

    /// It was corrected in another way, discarded, or kept for as long as rows are.
    static final class Gone extends BadRowRejection {

        private static final long serialVersionUID = 1;

        Gone() {
            super("the row is gone");
        }
    }
}
