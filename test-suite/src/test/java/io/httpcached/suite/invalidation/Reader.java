package io.httpcached.suite.invalidation;

import io.httpcached.engine.Deadline;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.TagSnapshot;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A request whose handler runs: it looks up the key, reads the data and stores the response. */
final class Reader implements StepSequence {

    private static final int NOT_READ = -1;

    private final Race race;
    private final EntryStore node;
    private int next;
    private int oldestAllowed;
    private volatile @Nullable TagSnapshot snapshot;
    private volatile int version = NOT_READ;

    Reader(Race race, EntryStore node) {
        this.race = race;
        this.node = node;
    }

    @Override
    public CompletionStage<?> step() {
        return switch (next++) {
            case 0 -> lookUp();
            case 1 -> readData();
            default -> store();
        };
    }

    /** Returns the version of the data that it has read; less than any version if it has not read them yet. */
    int version() {
        return version;
    }

    /** Returns the oldest version that it may receive. */
    int oldestAllowed() {
        return oldestAllowed;
    }

    /** Returns the tag snapshot of its lookup; null before the lookup has completed. */
    @Nullable
    TagSnapshot snapshot() {
        return snapshot;
    }

    private CompletionStage<?> lookUp() {
        oldestAllowed = race.data().oldestAllowed();
        return race.lookUp(node).thenAccept(result -> {
            race.lookedUp(this, result.snapshot());
            snapshot = result.snapshot();
        });
    }

    private CompletionStage<?> readData() {
        version = race.data().read();
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> store() {
        return node.put(
                        Race.KEY,
                        VersionedResponses.entry(version),
                        race.scenario().all(),
                        Objects.requireNonNull(snapshot),
                        VersionedResponses.LIFETIME,
                        new Deadline())
                .done()
                .thenRun(() -> race.stored(this));
    }
}
