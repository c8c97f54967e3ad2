package io.bridgehead.contract.signing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a line, instead of a stack trace, why the service does not start and what helps.
final class SealKeyFailureAnalyzer extends AbstractFailureAnalyzer<SealKeyUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SealKeyUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Make one with `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`.",
                cause);
    }
}
