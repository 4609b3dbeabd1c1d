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
}
