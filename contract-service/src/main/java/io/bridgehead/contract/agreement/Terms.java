package io.bridgehead.contract.agreement;

import org.jspecify.annotations.Nullable;

/// @param summary what the parties mean to do, in their own words
/// @param amount null where no money is agreed
public record Terms(AgreementKind kind, String summary, @Nullable Money amount) {}
