package io.bridgehead.contract.agreement;

import org.jspecify.annotations.Nullable;

/// Which agreements of a list are asked for; null does not narrow.
record AgreementFilter(
        @Nullable String edition,
        @Nullable String city,
        Agreement.@Nullable State state,
        @Nullable String meeting,
        @Nullable AgreementKind kind) {}
