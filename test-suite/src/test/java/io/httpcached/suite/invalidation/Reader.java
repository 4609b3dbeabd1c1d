package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.TagSnapshot;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A request whose handler runs: it looks up, reads the data, stores what it made of them. */
final class Reader implements Actor {

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

    /** {@return what the data were, or less than any version as long as it has not read them} */
    int version() {
        return version;
    }

    /** {@return the oldest version that it may be given} */
    int oldestAllowed() {
        return oldestAllowed;
    }

    /** {@return the moment of its look-up; null as long as that is not done} */
    @Nullable
    TagSnapshot snapshot() {
        return snapshot;
    }

    private CompletionStage<?> lookUp() {
        oldestAllowed = race.truth().oldestAllowed();
        return race.lookUp(node).thenAccept(result -> {
            race.lookedUp(this, result.snapshot());
            snapshot = result.snapshot();
        });
    }

    private CompletionStage<?> readData() {
        version = race.truth().read();
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> store() {
        return node.put(
                        Race.KEY,
                        Versions.entry(version),
                        race.scenario().all(),
                        Objects.requireNonNull(snapshot),
                        Versions.LIFETIME)
                .done()
                .thenRun(() -> race.stored(this));
    }
}
