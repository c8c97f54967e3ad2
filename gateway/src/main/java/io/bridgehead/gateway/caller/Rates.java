package io.bridgehead.gateway.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bridgehead.gateway.caller.RateSettings.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Counts requests by caller, in this instance's memory: several gateways each allow the full rate.
@Component
final class Rates {

    /// Callers that are remembered. Beyond it the least seen are forgotten, and so begin anew.
    private static final int CALLERS = 100_000;

    /// A network that one customer of a provider has to himself, in IPv6.
    private static final int PREFIX_OCTETS = 8;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Policy signedIn;
    private final Policy address;
    private final Cache<String, Bucket> buckets;

    Rates(RateSettings settings) {
        signedIn = new Policy("subject", settings.signedIn());
        address = new Policy("address", settings.address());
        Duration untilFull =
                signedIn.window().compareTo(address.window()) > 0
                        ? signedIn.window()
                        : address.window();
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(CALLERS)
                        // a bucket that nobody draws on is full again, like a new one
                        .expireAfterAccess(untilFull)
                        .build();
    }

    /// @param window in which an empty bucket fills
    private record Policy(String name, Rate rate, Duration window, String header) {

        Policy(String name, Rate rate) {
            this(name, rate, Duration.ofSeconds(Math.ceilDiv(rate.burst(), rate.perSecond())));
        }

        private Policy(String name, Rate rate, Duration window) {
            this(
                    name,
                    rate,
                    window,
                    "\"%s\";q=%d;w=%d".formatted(name, rate.burst(), window.toSeconds()));
        }

        Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), SECOND))
                    .build();
        }
    }

    /// Takes one request from the caller's bucket and writes on the answer how much is left
    /// (draft-ietf-httpapi-ratelimit-headers).
    ///
    /// @return how long to wait, or nothing when the request may go on
    @Nullable Duration take(
            @Nullable String subject, @Nullable InetSocketAddress from, HttpHeaders answer) {
        Policy policy = subject == null ? address : signedIn;
        String key = policy.name() + " " + (subject == null ? network(from) : subject);
        ConsumptionProbe probe =
                buckets.get(key, _ -> policy.bucket()).tryConsumeAndReturnRemaining(1);
        answer.set("RateLimit-Policy", policy.header());
        answer.set(
                "RateLimit",
                "\""
                        + policy.name()
                        + "\";r="
                        + probe.getRemainingTokens()
                        + ";t="
                        + seconds(probe.getNanosToWaitForReset()));
        return probe.isConsumed()
                ? null
                : Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, SECOND.toNanos());
    }

    private static String network(@Nullable InetSocketAddress from) {
        InetAddress address = from == null ? null : from.getAddress();
        return switch (address) {
            case null -> "unknown";
            case Inet6Address wide ->
                    Arrays.toString(Arrays.copyOf(wide.getAddress(), PREFIX_OCTETS));
            default -> NetUtil.toAddressString(address);
        };
    }
}
