package io.httpcached.store.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that the first use makes, for stores to reach their backend by. That making it failed is not remembered: the
 * next use tries again. Thread-safe.
 *
 * @param <C> the type of the client
 */
public final class LazyClient<C> implements AutoCloseable {

    private final Supplier<CompletionStage<C>> maker;
    private final Consumer<C> closer;
    private volatile @Nullable CompletableFuture<C> client;
    private volatile boolean closed;

    /**
     * Creates one without a client.
     *
     * @param maker makes a client without blocking; is not called again before its stage has failed
     * @param closer ends a client without waiting for it
     */
    public LazyClient(Supplier<CompletionStage<C>> maker, Consumer<C> closer) {
        this.maker = maker;
        this.closer = closer;
    }

    /** {@return the client; fails as its maker does, and once this is closed} */
    public CompletableFuture<C> get() {
        CompletableFuture<C> made = client;
        return made == null || closed || made.isCompletedExceptionally() ? make() : made;
    }

    /** Ends the client, if there is one or as soon as there is, and hands it out no more. */
    @Override
    public synchronized void close() {
        CompletableFuture<C> made = client;
        if (made != null && !closed) {
            var unused = made.thenAccept(closer);
        }
        closed = true;
    }

    private synchronized CompletableFuture<C> make() {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("The store is closed"));
        }
        CompletableFuture<C> made = client;
        if (made == null || made.isCompletedExceptionally()) {
            made = maker.get().toCompletableFuture();
            client = made;
        }
        return made;
    }
}
