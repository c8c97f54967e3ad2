package io.bridgehead.gateway.routing;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The table of resources: whose each one is.
@Component
public final class Services {

    private static final String API = "/api/v1/";

    /// What operators ask of one service: the segment after it names the service.
    private static final String OF_A_SERVICE = "services/";

    private final Map<String, Service> byName = new LinkedHashMap<>();
    private final Map<String, Service> byResource = new HashMap<>();

    /// A service with its instances, which are asked in turn.
    public static final class Service {

        private final String name;
        private final List<String> addresses;
        private final AtomicInteger turn = new AtomicInteger();

        private Service(String name, List<String> addresses) {
            this.name = name;
            this.addresses = List.copyOf(addresses);
        }

        public String name() {
            return name;
        }

        /// The instance whose turn it is, and then those to ask where nobody is there. Scheme, host and
        /// port of each, without a slash at the end.
        public List<String> addresses() {
            int instances = addresses.size();
            if (instances == 1) {
                return addresses;
            }
            int first = Math.floorMod(turn.getAndIncrement(), instances);
            return Stream.concat(
                            addresses.subList(first, instances).stream(),
                            addresses.subList(0, first).stream())
                    .toList();
        }
    }

    Services(RoutingSettings settings) {
        settings.services()
                .forEach((name, given) -> {
                    Service service =
                            new Service(
                                    name,
                                    given.addresses().stream()
                                            .map(address -> address(name, address))
                                            .toList());
                    byName.put(name, service);
                    for (String resource : given.resources()) {
                        Service other = byResource.put(resource, service);
                        if (other != null) {
                            throw new IllegalArgumentException(
                                    "%s and %s both claim the resource %s"
                                            .formatted(other.name(), name, resource));
                        }
                    }
                });
    }

    private static String address(String service, URI address) {
        boolean hasMore = !address.getRawPath().isEmpty() && !address.getRawPath().equals("/");
        if (address.getHost() == null || hasMore || address.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "the address of %s is no http://host:port but %s".formatted(service, address));
        }
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    public Iterable<Service> all() {
        return byName.values();
    }

    /// The service that a path is for, if any.
    public Optional<Service> serving(String path) {
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        if (path.startsWith(OF_A_SERVICE, API.length())) {
            return Optional.ofNullable(
                    byName.get(segment(path, API.length() + OF_A_SERVICE.length())));
        }
        return Optional.ofNullable(byResource.get(segment(path, API.length())));
    }

    private static String segment(String path, int from) {
        int end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
