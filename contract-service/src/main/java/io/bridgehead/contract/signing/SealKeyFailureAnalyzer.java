package io.bridgehead.contract.signing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the seal's keys in one line, in place of a stack trace.
final class SealKeyFailureAnalyzer extends AbstractFailureAnalyzer<SealKeyUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SealKeyUnusable unusable) {
        return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), unusable);
    }
}
