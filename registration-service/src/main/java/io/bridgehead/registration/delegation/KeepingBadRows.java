package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.privacy.PersonForgotten;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegation.sheet.SheetCells;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// Keeps what a bad row says, encrypted under a key of the row's own, and destroys the key when the row
/// is closed. The row is closed first and its key destroyed then; what is broken off in between is
/// done by the next sweep, of this instance or another.
@Service
class KeepingBadRows implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeepingBadRows.class);

    private static final int AT_ONCE = 200;

    private final BadRows rows;
    private final Privacy privacy;
    private final ImportSettings settings;
    private final Clock clock;
    private volatile Thread thread = new Thread();

    KeepingBadRows(BadRows rows, Privacy privacy, ImportSettings settings, Clock clock) {
        this.rows = rows;
        this.privacy = privacy;
        this.settings = settings;
        this.clock = clock;
    }

    /// Once, however often the import begins anew: a row that was corrected or discarded meanwhile
    /// stays so.
    void keep(CommandId command, BadRow.Place place, SheetCells cells, List<Finding> findings) {
        if (rows.find(place).isPresent()) {
            return;
        }
        try {
            rows.create(
                    command,
                    new BadRow.Open(
                            place,
                            privacy.protect(
                                    place.person(), Documents.EVENT_JSON.writeValueAsString(cells)),
                            findings,
                            clock.instant().plus(settings.badRowsKept())));
        } catch (DocumentExists | PersonForgotten _) {
            // Another run wrote it, and someone may be done with it already.
        }
    }

    /// @return nothing once its key is destroyed
    Optional<SheetCells> read(BadRow.Open row) {
        return privacy.reveal(row.cells())
                .map(json -> Documents.EVENT_JSON.readValue(json, SheetCells.class));
    }

    /// @return false when the row was closed meanwhile
    boolean retype(BadRow.Place place, SheetCells typed, List<Finding> findings) {
        try {
            String json = Documents.EVENT_JSON.writeValueAsString(typed);
            BadRow after =
                    rows.change(
                            place,
                            row ->
                                    switch (row) {
                                        case BadRow.Open open ->
                                                open.retype(
                                                        privacy.protect(place.person(), json),
                                                        findings);
                                        case BadRow.Closed closed -> Transition.none(closed);
                                    });
            return after instanceof BadRow.Open;
        } catch (PersonForgotten _) {
            return false;
        }
    }

    /// @param delegate whom the row became; null when it is discarded
    void close(BadRow.Place place, @Nullable String delegate) {
        var _ = rows.change(place, row -> row.close(delegate, clock.instant()));
        privacy.forget(place.person());
        var _ =
                rows.change(
                        place,
                        row ->
                                row instanceof BadRow.Closed closed
                                        ? closed.keyDestroyed()
                                        : row.close(delegate, clock.instant()));
    }

    /// Closes the rows whose time is over, and ends what was broken off.
    void sweep() {
        List<BadRow> due;
        do {
            due = rows.due(clock.instant(), AT_ONCE);
            due.forEach(row -> close(row.place(), null));
        } while (due.size() == AT_ONCE);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("bad-rows").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(settings.sweepEvery());
                try {
                    sweep();
                } catch (RuntimeException e) {
                    log.warn("the sweep of bad rows was cut short: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
