package io.bridgehead.platform.events;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param bootstrapServers where Kafka is found
/// @param client what Kafka's clients need beside, in Kafka's own words: encryption, credentials
/// @param service this service's name: the events' source, and the first part of its consumer groups
/// @param topic where this service's own events go
/// @param sweepEvery how often documents are searched for events that were not sent
/// @param sweepAfter how long an event has waited when the search begins to count it; longer than a
///     send takes, so that the sweep finds what was left behind and not what is on its way
/// @param attempts how often an event is handled before it is parked
/// @param replicas of a topic that has to be created; when not set, three where there are three
///     brokers, else one
@Validated
@ConfigurationProperties("bridgehead.events")
public record EventSettings(
        @NotBlank String bootstrapServers,
        @DefaultValue Map<String, String> client,
        @NotBlank String service,
        @NotBlank String topic,
        @NotNull @DefaultValue("1s") Duration sweepEvery,
        @NotNull @DefaultValue("3s") Duration sweepAfter,
        @Min(1) @DefaultValue("3") int attempts,
        @Min(1) @Nullable Integer replicas) {

    /// What is the same for producer, consumers and administration, and what is `own` to one of them.
    Map<String, Object> kafka(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(client);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.putAll(own);
        return all;
    }

    /// Without what may be a password.
    @Override
    public String toString() {
        return "EventSettings[service=" + service + ", topic=" + topic + "]";
    }
}
