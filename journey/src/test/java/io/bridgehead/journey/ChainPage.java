package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Follows the chains as an open page does: it is told of changes as long as its stream lasts, and comes
/// back with the id of what it was told last.
final class ChainPage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningSystem system;
    private final String account;
    private final Map<String, String> stages = new ConcurrentHashMap<>();
    private volatile @Nullable String lastEventId;
    private InputStream events = InputStream.nullInputStream();
    private CompletableFuture<Void> ended = new CompletableFuture<>();

    private ChainPage(RunningSystem system, String account) {
        this.system = system;
        this.account = account;
    }

    static ChainPage open(RunningSystem system, String account) {
        ChainPage page = new ChainPage(system, account);
        page.comeBack();
        return page;
    }

    /// Returns when it is told that it will miss nothing.
    void comeBack() {
        HttpResponse<InputStream> answer =
                system.listen("/chains/changes?edition=2025-quzhou", account, lastEventId);
        assertThat(answer.statusCode()).isEqualTo(200);
        events = answer.body();
        CompletableFuture<String> first = new CompletableFuture<>();
        ended =
                CompletableFuture.runAsync(
                        () -> read(answer.body(), first), Thread::startVirtualThread);
        assertThat(first).succeedsWithin(PATIENCE).isEqualTo("ready");
    }

    /// Whether the stream lasts.
    boolean isOpen() {
        return !ended.isDone();
    }

    /// @return as it was told last; null when it was not
    @Nullable String stageOf(String chain) {
        return stages.get(chain);
    }

    private void read(InputStream from, CompletableFuture<String> first) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    lastEventId = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                    first.complete(name);
                } else if (line.startsWith("data:") && name.equals("chain")) {
                    JsonNode chain = RunningSystem.json(line.substring(5));
                    stages.put(chain.path("id").asString(), chain.path("stage").asString());
                }
            }
        } catch (IOException _) {
            // broken off, from there or from here
        } finally {
            first.complete("nothing");
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
