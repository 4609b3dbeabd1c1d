package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A request that changes the data, invalidates their entries, and immediately checks that they are no longer found. */
final class Writer implements StepSequence {

    private final Race race;
    private final EntryStore node;
    private int next;
    private int version;

    Writer(Race race, EntryStore node) {
        this.race = race;
        this.node = node;
    }

    @Override
    public CompletionStage<?> step() {
        return switch (next++) {
            case 0 -> change();
            case 1 -> invalidate();
            default -> race.lookUp(node);
        };
    }

    private CompletionStage<?> change() {
        version = race.data().change();
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> invalidate() {
        Scenario scenario = race.scenario();
        return node.invalidate(scenario.invalidated(), scenario.invalidation())
                .thenRun(() -> race.data().invalidatedUpTo(version));
    }
}
