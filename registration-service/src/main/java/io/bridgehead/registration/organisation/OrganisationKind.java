package io.bridgehead.registration.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum OrganisationKind {
    @JsonProperty("enterprise")
    ENTERPRISE,
    @JsonProperty("institute")
    INSTITUTE,
    @JsonProperty("university")
    UNIVERSITY,
    @JsonProperty("fund")
    FUND,
    @JsonProperty("government")
    GOVERNMENT
}
