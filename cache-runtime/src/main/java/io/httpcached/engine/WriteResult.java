package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What becomes of a entry that is put. Nobody waits for a backend's writes to be answered, but what depends on them can.
 *
 * @param kept whether it is kept, as far as is known when the write begins
 * @param done completes when the write has ended, however it did; never fails
 */
public record WriteResult(boolean kept, CompletionStage<?> done) {

    private static final CompletionStage<?> NOW = CompletableFuture.completedFuture(null);

    /**
     * {@return a write that has ended}
     *
     * @param kept whether the entry was kept
     */
    public static WriteResult now(boolean kept) {
        return new WriteResult(kept, NOW);
    }

    /** {@return this write and another, both for the same end} */
    WriteResult and(WriteResult other) {
        return new WriteResult(kept && other.kept, done.thenCombine(other.done, (one, two) -> null));
    }
}
