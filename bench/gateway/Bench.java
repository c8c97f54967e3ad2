import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Measures the gateway beside its peers. Every round measures every one of them, one after the
/// other, so that a ratio is taken within one round and the machine's moods fall on all alike.
///
/// Called by `run`, which builds what is measured: `Bench.java [rounds] [seconds]`.
final class Bench {

    private static final int UPSTREAM = 19000;
    private static final int RATE = 2_000;
    private static final int PACED_CONNECTIONS = 20;
    private static final int CONNECTIONS = 64;
    private static final int WARM_REQUESTS = 200_000;
    private static final String TARGET = "/api/v1/cities";

    /// As a list of cities might read.
    private static final String BODY =
            "{\"items\":[{\"code\":\"qz\",\"division\":\"330800\"},{\"code\":\"sr\",\"division\":"
                    + "\"361100\"},{\"code\":\"hs\",\"division\":\"341000\"},{\"code\":\"np\","
                    + "\"division\":\"350700\"}]}";

    private final Path work;
    private final Path here;
    private final int rounds;
    private final int seconds;
    private final List<Process> started = new ArrayList<>();
    private final Map<String, List<Figures>> figures = new LinkedHashMap<>();
    private final Map<String, Duration> starts = new LinkedHashMap<>();

    /// One thing that is measured.
    ///
    /// @param process whose CPU time and memory count, with its children's; none for the upstream
    record Peer(String name, int port, Process process, String header) {}

    /// @param rate requests a second, as many as go
    /// @param p50 and p99: milliseconds, at that rate
    /// @param cpu microseconds of CPU for a request
    /// @param memory MiB resident
    /// @param pacedP50 and pacedP99: milliseconds at 2,000 requests a second
    record Figures(
            double rate,
            double p50,
            double p99,
            double cpu,
            double memory,
            double pacedP50,
            double pacedP99) {}

    static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        Bench bench = new Bench(rounds, seconds);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
        bench.run();
        System.exit(0);
    }

    Bench(int rounds, int seconds) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
        this.here = Path.of("").toAbsolutePath();
        this.work = Files.createTempDirectory("bench-gateway");
    }

    private void run() throws Exception {
        List<Peer> peers = start();
        peers.forEach(peer -> figures.put(peer.name(), new ArrayList<>()));
        for (Peer peer : peers) {
            warm(peer);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Peer peer : peers) {
                Figures found = measure(peer);
                figures.get(peer.name()).add(found);
                System.err.printf("round %d %-16s %s%n", round, peer.name(), found);
            }
        }
        report();
    }

    private List<Peer> start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair key = generator.generateKeyPair();
        int keys = serveKeys((RSAPublicKey) key.getPublic());
        String token = "Authorization: Bearer " + token(key);
        String upstream = "http://127.0.0.1:" + UPSTREAM;

        List<Peer> peers = new ArrayList<>();
        command(Map.of(), "nginx", "-c", upstreamConfiguration().toString());
        await("upstream", UPSTREAM, TARGET);
        peers.add(new Peer("upstream alone", UPSTREAM, null, ""));
        peers.add(
                peer("HAProxy", 19001, TARGET, "", Map.of(), "haproxy", "-f", haproxy(19001)));
        peers.add(peer("nginx", 19002, TARGET, "", Map.of(), "nginx", "-c", nginx(19002)));
        for (String variant : List.of("webflux", "webmvc")) {
            int port = variant.equals("webflux") ? 19003 : 19004;
            peers.add(
                    peer(
                            "one route, " + variant,
                            port,
                            TARGET,
                            "",
                            Map.of("UPSTREAM", upstream, "SERVER_PORT", "" + port),
                            java(here.resolve(variant + "/target/" + variant + ".jar"))));
        }
        Path jar = here.resolve("../../gateway/target/gateway-1.0.0-SNAPSHOT.jar").normalize();
        Peer gateway =
                peer(
                        "gateway",
                        19005,
                        "/actuator/health/readiness",
                        "",
                        Map.of(
                                "BRIDGEHEAD_GATEWAY_PORT", "19005",
                                "BRIDGEHEAD_REGISTRATION_URL", upstream,
                                "BRIDGEHEAD_ISSUER", "http://issuer.test",
                                "BRIDGEHEAD_JWKS", "http://127.0.0.1:" + keys + "/",
                                "BRIDGEHEAD_GATEWAY_RATES_SIGNEDIN_BURST", "1000000000",
                                "BRIDGEHEAD_GATEWAY_RATES_SIGNEDIN_PERSECOND", "100000000",
                                "BRIDGEHEAD_GATEWAY_RATES_ADDRESS_BURST", "1000000000",
                                "BRIDGEHEAD_GATEWAY_RATES_ADDRESS_PERSECOND", "100000000"),
                        java(jar));
        peers.add(gateway);
        peers.add(new Peer("gateway, token", gateway.port(), gateway.process(), token));
        return peers;
    }

    private static String[] java(Path jar) {
        return new String[] {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            jar.toString()
        };
    }

    private Peer peer(
            String name,
            int port,
            String ready,
            String header,
            Map<String, String> environment,
            String... command)
            throws Exception {
        long began = System.nanoTime();
        Process process = command(environment, command);
        await(name, port, ready);
        starts.put(name, Duration.ofNanos(System.nanoTime() - began));
        return new Peer(name, port, process, header);
    }

    private Process command(Map<String, String> environment, String... command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        work.resolve("output.log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void await(String name, int port, String target) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target)).build();
            for (long began = System.nanoTime();
                    System.nanoTime() - began < Duration.ofSeconds(90).toNanos(); ) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // asked again
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException(name + " did not start: see " + work.resolve("output.log"));
    }

    private Path upstreamConfiguration() throws IOException {
        return write(
                "upstream.conf",
                """
                daemon off; worker_processes 1; pid %s/upstream.pid; error_log stderr;
                events { worker_connections 4096; }
                http {
                  access_log off; keepalive_requests 1000000000;
                  server { listen 127.0.0.1:%d; default_type application/json; return 200 '%s'; }
                }
                """
                        .formatted(work, UPSTREAM, BODY));
    }

    private String haproxy(int port) throws IOException {
        return write(
                        "haproxy.cfg",
                        """
                        defaults
                          mode http
                          timeout connect 1s
                          timeout client 60s
                          timeout server 30s
                        frontend in
                          bind 127.0.0.1:%d
                          default_backend service
                        backend service
                          http-reuse always
                          server one 127.0.0.1:%d
                        """
                                .formatted(port, UPSTREAM))
                .toString();
    }

    private String nginx(int port) throws IOException {
        return write(
                        "nginx.conf",
                        """
                        daemon off; worker_processes auto; pid %s/nginx.pid; error_log stderr;
                        events { worker_connections 4096; }
                        http {
                          access_log off; keepalive_requests 1000000000;
                          upstream service { server 127.0.0.1:%d; keepalive 500; keepalive_requests 1000000000; }
                          server {
                            listen 127.0.0.1:%d;
                            location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                          }
                        }
                        """
                                .formatted(work, UPSTREAM, port))
                .toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(work.resolve(name), text);
    }

    private static int serveKeys(RSAPublicKey key) throws IOException {
        String set =
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"bench\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                        .formatted(
                                base64(unsigned(key.getModulus().toByteArray())),
                                base64(unsigned(key.getPublicExponent().toByteArray())));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = set.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server.getAddress().getPort();
    }

    private static String token(KeyPair key) throws Exception {
        String claims =
                "{\"iss\":\"http://issuer.test\",\"aud\":\"bridgehead\",\"sub\":\"bench\",\"exp\":%d}"
                        .formatted(Instant.now().plusSeconds(7_200).getEpochSecond());
        String signed =
                base64("{\"alg\":\"RS256\",\"kid\":\"bench\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    /// Until the compiler has seen enough of it, however slow the machine is at the moment.
    private void warm(Peer peer) throws Exception {
        double requests = 0;
        while (requests < WARM_REQUESTS) {
            System.err.printf("warming %s: %.0f requests%n", peer.name(), requests);
            requests += number(load(peer, seconds), "(\\d+) requests in");
        }
    }

    private Figures measure(Peer peer) throws Exception {
        long cpuBefore = cpuTicks(peer);
        String text = load(peer, seconds);
        long ticks = cpuTicks(peer) - cpuBefore;
        double requests = number(text, "(\\d+) requests in");
        if (text.contains("Non-2xx") || text.contains("Socket errors")) {
            throw new IllegalStateException(peer.name() + " failed:\n" + text);
        }
        double[] paced = paced(peer);
        return new Figures(
                number(text, "Requests/sec:\\s+([0-9.]+)"),
                milliseconds(text, "50%"),
                milliseconds(text, "99%"),
                ticks * 10_000.0 / requests,
                memory(peer),
                paced[0],
                paced[1]);
    }

    private String load(Peer peer, int duration) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + duration + "s",
                                "--latency"));
        if (!peer.header().isEmpty()) {
            command.addAll(List.of("-H", peer.header()));
        }
        command.add("http://127.0.0.1:" + peer.port() + TARGET);
        return output(command);
    }

    /// Sent at a steady rate, whether answers come or not; what a request waited before it could be
    /// sent is part of its time.
    private double[] paced(Peer peer) throws Exception {
        Path log = work.resolve("paced.log");
        Files.deleteIfExists(log);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "h2load",
                                "--h1",
                                "-t1",
                                "-c" + PACED_CONNECTIONS,
                                "--rps=" + RATE / PACED_CONNECTIONS,
                                "-D" + seconds,
                                "--log-file=" + log));
        if (!peer.header().isEmpty()) {
            command.addAll(List.of("-H", peer.header()));
        }
        command.add("http://127.0.0.1:" + peer.port() + TARGET);
        output(command);
        // start, status, microseconds
        double[] times;
        try (Stream<String> lines = Files.lines(log)) {
            times = lines.mapToDouble(line -> Double.parseDouble(line.split("\t")[2])).sorted().toArray();
        }
        return new double[] {times[times.length / 2] / 1e3, times[times.length * 99 / 100] / 1e3};
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed:\n" + text);
        }
        return text;
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double milliseconds(String text, String percentile) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(percentile) + "\\s+([0-9.]+)(us|ms|s)").matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + percentile + " in:\n" + text);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1e3;
            case "ms" -> value;
            default -> value * 1e3;
        };
    }

    private static Stream<Long> processes(Peer peer) {
        if (peer.process() == null) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(peer.process().pid()),
                peer.process().descendants().map(ProcessHandle::pid));
    }

    /// Hundredths of a second, as /proc counts them on every Linux.
    private static long cpuTicks(Peer peer) {
        return processes(peer)
                .mapToLong(
                        pid -> {
                            String stat = read(Path.of("/proc/" + pid + "/stat"));
                            String[] fields =
                                    stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                        })
                .sum();
    }

    private static double memory(Peer peer) {
        return processes(peer)
                .mapToDouble(
                        pid ->
                                number(
                                                read(Path.of("/proc/" + pid + "/status")),
                                                "VmRSS:\\s+(\\d+) kB")
                                        / 1024)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report() {
        System.out.printf(
                "%d rounds of %d s; medians, and in brackets the median of the ratios to HAProxy in"
                        + " the same round%n%n",
                rounds, seconds);
        System.out.println(
                "| | requests/s | CPU per request µs | p50 ms | p99 ms | p50 at 2,000/s | p99 at"
                        + " 2,000/s | memory MiB | start s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        figures.forEach(
                (name, _) ->
                        System.out.printf(
                                "| %s | %s | %s | %s | %s | %s | %s | %.0f | %s |%n",
                                name,
                                cell(name, "%.0f", Figures::rate),
                                cell(name, "%.0f", Figures::cpu),
                                cell(name, "%.2f", Figures::p50),
                                cell(name, "%.2f", Figures::p99),
                                cell(name, "%.2f", Figures::pacedP50),
                                cell(name, "%.2f", Figures::pacedP99),
                                median(figures.get(name).stream().map(Figures::memory).toList()),
                                starts.containsKey(name)
                                        ? "%.1f".formatted(starts.get(name).toMillis() / 1e3)
                                        : ""));
    }

    private String cell(String name, String format, Function<Figures, Double> figure) {
        List<Double> own = figures.get(name).stream().map(figure).toList();
        List<Double> haproxy = figures.get("HAProxy").stream().map(figure).toList();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / haproxy.get(i));
        }
        return format.formatted(median(own)) + " (%.2f)".formatted(median(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void stop() {
        started.forEach(process -> process.descendants().forEach(ProcessHandle::destroy));
        started.forEach(Process::destroy);
    }
}
