package io.bridgehead.contract.agreement;

import java.time.Instant;

/// Where an agreement comes from.
///
/// @param recordedAt when the parties recorded their intent
public record Origin(String edition, String meeting, String intent, Instant recordedAt) {}
