package io.bridgehead.contract.chain;

import io.bridgehead.platform.privacy.PersonalText;

/// A delegate, as far as the chain shows one.
///
/// @param state as registration-service calls it
public record DelegateLink(String delegate, PersonalText name, String jobTitle, String state) {

    static final String FORGOTTEN = "forgotten";

    DelegateLink in(String newState) {
        return new DelegateLink(delegate, name, jobTitle, newState);
    }
}
