package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The result of a write. No request waits for a backend to complete a write; work that depends on it waits for {@code done}.
 *
 * @param kept whether the entry is stored, as far as is known when the write begins
 * @param done completes when the write has ended, successfully or not; never fails
 */
public record WriteResult(boolean kept, CompletionStage<?> done) {

    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    /**
     * Creates the result of a write that has ended.
     *
     * @param kept whether the entry is stored
     * @return the result
     */
    public static WriteResult completed(boolean kept) {
        return new WriteResult(kept, DONE);
    }

    /** {@return the result of this write and another one together} */
    WriteResult and(WriteResult other) {
        return new WriteResult(kept && other.kept, done.thenCombine(other.done, (one, two) -> null));
    }
}
