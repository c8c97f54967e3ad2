package io.bridgehead.platform.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the master key in one line, in place of a stack trace.
final class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<MasterKeyFault> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MasterKeyFault fault) {
        return new FailureAnalysis(fault.getMessage(), fault.remedy(), fault);
    }
}
