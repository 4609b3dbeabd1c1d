package io.httpcached.store.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates the client of a backend when it is first used. After a failure, the next use tries again. Thread-safe.
 *
 * @param <C> the type of the client
 */
public final class LazyClient<C> implements AutoCloseable {

    private final Supplier<CompletionStage<C>> factory;
    private final Consumer<C> closer;
    private volatile @Nullable CompletableFuture<C> client;
    private volatile boolean closed;

    /**
     * Creates an instance without a client.
     *
     * @param factory creates a client without blocking; it is called again only after its stage has failed
     * @param closer closes a client without waiting
     */
    public LazyClient(Supplier<CompletionStage<C>> factory, Consumer<C> closer) {
        this.factory = factory;
        this.closer = closer;
    }

    /** {@return a future with the client, which fails if the factory fails or this instance is closed} */
    public CompletableFuture<C> get() {
        CompletableFuture<C> current = client;
        return current == null || closed || current.isCompletedExceptionally() ? create() : current;
    }

    /** Closes the client, or closes it as soon as it is created. From then on {@link #get()} fails. */
    @Override
    public synchronized void close() {
        CompletableFuture<C> current = client;
        if (current != null && !closed) {
            var unused = current.thenAccept(closer);
        }
        closed = true;
    }

    private synchronized CompletableFuture<C> create() {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("The store is closed."));
        }
        CompletableFuture<C> current = client;
        if (current == null || current.isCompletedExceptionally()) {
            current = factory.get().toCompletableFuture();
            client = current;
        }
        return current;
    }
}
