package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The result of a write. No request waits for a backend to complete a write; work that depends on it waits for {@code done}.
 *
 * @param kept whether the entry was handed to the store, as far as is known before the deadline of the request; complete unless
 *     the store must check first; never fails
 * @param done completes when the write has ended, successfully or not; never fails
 */
public record WriteResult(CompletionStage<Boolean> kept, CompletionStage<?> done) {

    private static final CompletionStage<Boolean> KEPT = CompletableFuture.completedFuture(true);
    private static final CompletionStage<Boolean> NOT_KEPT = CompletableFuture.completedFuture(false);

    /**
     * Creates the result of a write that has ended.
     *
     * @param kept whether the entry is stored
     * @return the result
     */
    public static WriteResult completed(boolean kept) {
        return of(kept, KEPT);
    }

    /**
     * Creates the result of a write that has begun.
     *
     * @param kept whether the entry was handed to the store
     * @param done completes when the write has ended, successfully or not; never fails
     * @return the result
     */
    public static WriteResult of(boolean kept, CompletionStage<?> done) {
        return new WriteResult(kept ? KEPT : NOT_KEPT, done);
    }

    /** {@return the result of this write and another one together} */
    WriteResult and(WriteResult other) {
        return new WriteResult(
                kept.thenCombine(other.kept, Boolean::logicalAnd), done.thenCombine(other.done, (one, two) -> null));
    }
}
