package io.bridgehead.gateway.door;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param largestBody of a request; a service may allow less
/// @param slowestHeaders how long a caller may take to send the head of a request
/// @param slowestRequest how long a caller may take to send a whole request
/// @param trustedProxies networks of the proxies before the gateway that we run ourselves
/// @param signIn where pages sign people in: the one foreign address that they may call
/// @param traceSampling the share, 0 to 1, of the traces begun here that the services record
@Validated
@ConfigurationProperties("bridgehead.gateway.door")
record DoorSettings(
        @NotNull DataSize largestBody,
        @NotNull Duration slowestHeaders,
        @NotNull Duration slowestRequest,
        @DefaultValue List<String> trustedProxies,
        @NotNull URI signIn,
        @DecimalMin("0") @DecimalMax("1") double traceSampling) {}
