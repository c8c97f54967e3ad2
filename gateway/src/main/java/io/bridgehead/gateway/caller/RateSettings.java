package io.bridgehead.gateway.caller;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How often one caller may call: a bucket of tokens that fills again steadily.
///
/// @param signedIn each subject of a token
/// @param address each address that calls without a good token; a whole venue may stand behind one
@Validated
@ConfigurationProperties("bridgehead.gateway.rates")
record RateSettings(@NotNull @Valid Rate signedIn, @NotNull @Valid Rate address) {

    /// @param burst requests at once
    /// @param perSecond requests in the long run
    record Rate(@Min(1) long burst, @Min(1) long perSecond) {}
}
