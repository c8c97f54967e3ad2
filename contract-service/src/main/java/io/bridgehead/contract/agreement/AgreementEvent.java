package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.Signature;

/// What happens to an agreement.
public sealed interface AgreementEvent {

    record Drafted() implements AgreementEvent {}

    record SignatureGiven(Signature signature) implements AgreementEvent {}

    /// The last party has signed, and the record was sealed with it.
    record Completed(Seal seal) implements AgreementEvent {}
}
