package io.bridgehead.gateway.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param services by name
/// @param connect how long a service may take to accept a connection
/// @param answer how long a service may stay silent once it has the whole request, before its answer
///     and within it; a stream of events may be silent as long as it likes
/// @param connections at most, to one service
/// @param streams at most, from one service, beside the connections
/// @param idle how long an unused connection is kept; shorter than the services keep theirs, so that
///     none is taken up that a service is just closing
/// @param patience how long a request waits for one of them to come free
@Validated
@ConfigurationProperties("bridgehead.gateway.routing")
record RoutingSettings(
        @NotEmpty Map<String, @Valid Service> services,
        @NotNull Duration connect,
        @NotNull Duration answer,
        @Min(1) int connections,
        @Min(1) int streams,
        @NotNull Duration idle,
        @NotNull Duration patience) {

    /// @param addresses `http://host:port` of each instance
    /// @param resources first segments below `/api/v1/`
    record Service(@NotEmpty List<@NotNull URI> addresses, @NotEmpty Set<String> resources) {}
}
