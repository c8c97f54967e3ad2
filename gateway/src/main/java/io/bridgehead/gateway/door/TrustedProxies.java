package io.bridgehead.gateway.door;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.ConnectionInfo;

/// Who the caller really is, when a proxy that we run ourselves stands before the gateway. Only what
/// such a proxy says of him is believed: the last address in `X-Forwarded-For` that is not one of
/// our proxies, for all before it was written by whoever called it.
final class TrustedProxies implements BiFunction<ConnectionInfo, HttpRequest, ConnectionInfo> {

    private final List<IpSubnetFilterRule> networks;

    /// @param networks each as address and length of the prefix, `10.1.0.0/16`
    TrustedProxies(List<String> networks) {
        this.networks =
                networks.stream()
                        .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                        .toList();
    }

    @Override
    public ConnectionInfo apply(ConnectionInfo connection, HttpRequest request) {
        InetSocketAddress peer = connection.getRemoteAddress();
        if (peer == null || !isTrusted(peer)) {
            return connection;
        }
        ConnectionInfo seen = connection.withRemoteAddress(caller(peer, request));
        String scheme = last(request.headers().getAll("X-Forwarded-Proto"));
        return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> seen.withScheme("https");
            case "http" -> seen.withScheme("http");
            default -> seen;
        };
    }

    private InetSocketAddress caller(InetSocketAddress peer, HttpRequest request) {
        String[] hops = String.join(",", request.headers().getAll("X-Forwarded-For")).split(",");
        InetSocketAddress caller = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(caller); i--) {
            InetAddress hop = address(hops[i].strip());
            if (hop == null) {
                break;
            }
            caller = new InetSocketAddress(hop, peer.getPort());
        }
        return caller;
    }

    private boolean isTrusted(InetSocketAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    private static @Nullable String last(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        String value = values.getLast();
        return value.substring(value.lastIndexOf(',') + 1).strip();
    }

    private static @Nullable InetAddress address(String text) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return octets == null ? null : InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
