package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Decides when an invalidation that the application asks for is carried out. */
@FunctionalInterface
public interface InvalidationTime {

    /** At once. */
    InvalidationTime NOW = Supplier::get;

    /**
     * Carries out an invalidation at once, or when the data that it is about can be read.
     *
     * @param invalidation starts the invalidation
     * @return the result of the invalidation if it was started; a completed future if it follows later
     */
    CompletableFuture<Void> run(Supplier<CompletableFuture<Void>> invalidation);

    /**
     * Carries out an invalidation at once, for the code that follows in the transaction, and again at the end of the transaction,
     * however it ends: until then, functions may store results of data that is not committed, or no longer current.
     *
     * @param invalidation starts the invalidation
     * @return the result of the invalidation at once
     */
    default CompletableFuture<Void> runNowAndAtEnd(Supplier<CompletableFuture<Void>> invalidation) {
        return invalidation.get();
    }

    /** {@return whether the calling thread changes data that others cannot read yet} */
    default boolean isInTransaction() {
        return false;
    }
}
