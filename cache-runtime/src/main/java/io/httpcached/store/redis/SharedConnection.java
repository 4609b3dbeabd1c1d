package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
import io.httpcached.store.redis.Connector.OpenConnection;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.RedisProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection that all operations share. The first operation opens it, and concurrent ones wait for the same connection;
 * an operation that finds it broken opens a new one. Thread-safe; no method blocks.
 */
final class SharedConnection {

    /** The number of consecutive timeouts after which a connection that seems open is replaced. */
    private static final int TIMEOUTS_TO_REPLACE = 3;

    private static final String CLOSED_MESSAGE = "The store is closed.";

    private static final CompletableFuture<OpenConnection> CLOSED =
            CompletableFuture.failedFuture(new RedisException(CLOSED_MESSAGE));

    private final Connector connector;
    private final AtomicReference<@Nullable CompletableFuture<OpenConnection>> shared = new AtomicReference<>();
    private final AtomicInteger timeouts = new AtomicInteger();
    private volatile @Nullable ChangeListener listener;

    SharedConnection(Connector connector) {
        this.connector = connector;
    }

    /**
     * Sends commands.
     *
     * @param operation sends the commands
     * @return a stage with the reply, which fails if there is no connection or this instance is closed
     */
    <T> CompletionStage<T> use(Function<OpenConnection, CompletionStage<T>> operation) {
        CompletableFuture<OpenConnection> current = current();
        return current.thenCompose(
                opened -> operation.apply(opened).whenComplete((answer, failure) -> replaceIfBroken(current, failure)));
    }

    /**
     * Lets the servers report changes of what later operations read. The next operation opens a new connection.
     *
     * @param hearing hears of the changes
     */
    void reportChanges(ChangeListener hearing) {
        listener = hearing;
        CompletableFuture<OpenConnection> seen = shared.get();
        if (seen != null && seen != CLOSED && shared.compareAndSet(seen, null)) {
            var unused = release(seen);
        }
    }

    /**
     * Closes the connection. Operations that wait for a connection fail immediately.
     *
     * @return a stage that completes when the connection is closed; it does not wait for a connection that is still being
     *     opened
     */
    CompletionStage<Void> close() {
        CompletableFuture<OpenConnection> last = shared.getAndSet(CLOSED);
        if (last == null || last == CLOSED) {
            return CompletableFuture.completedFuture(null);
        }
        boolean isOpening = last.completeExceptionally(new RedisException(CLOSED_MESSAGE));
        return isOpening ? CompletableFuture.completedFuture(null) : release(last);
    }

    private CompletableFuture<OpenConnection> current() {
        CompletableFuture<OpenConnection> seen = shared.get();
        return seen != null && isUsable(seen) ? seen : replace(seen);
    }

    /** Returns true also for a connection that is being opened, and for the failed one of a closed instance. */
    private static boolean isUsable(CompletableFuture<OpenConnection> opened) {
        if (opened == CLOSED || !opened.isDone()) {
            return true;
        }
        return !opened.isCompletedExceptionally() && opened.join().isUsable();
    }

    private CompletableFuture<OpenConnection> replace(@Nullable CompletableFuture<OpenConnection> seen) {
        CompletableFuture<OpenConnection> next = new CompletableFuture<>();
        if (!shared.compareAndSet(seen, next)) {
            return current();
        }
        if (seen != null) {
            var unused = release(seen);
        }
        timeouts.set(0);
        connect().whenComplete((opened, failure) -> {
            if (failure != null) {
                next.completeExceptionally(failure);
            } else if (!next.complete(opened)) {
                var unused = opened.close();
            }
        });
        return next;
    }

    /** A client that has been shut down throws; the waiting operations must fail then. */
    private CompletionStage<OpenConnection> connect() {
        try {
            return connector.connect(listener);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void replaceIfBroken(CompletableFuture<OpenConnection> used, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Failures.cause(failure);
        if (isUnresponsive(cause) || isOutOfSync(cause)) {
            if (shared.compareAndSet(used, null)) {
                var unused = release(used);
            }
        }
    }

    /** A hanging server or a network that drops packets leaves a connection open for a long time. */
    private boolean isUnresponsive(@Nullable Throwable cause) {
        if (cause instanceof RedisCommandTimeoutException) {
            return timeouts.incrementAndGet() >= TIMEOUTS_TO_REPLACE;
        }
        if (timeouts.get() != 0) {
            timeouts.set(0);
        }
        return false;
    }

    /**
     * Detects a reply that does not match its command, on which the decoder fails. From then on each command may receive the
     * reply to another one.
     */
    private static boolean isOutOfSync(@Nullable Throwable cause) {
        return cause instanceof RedisProtocolException
                || (cause instanceof RuntimeException && !(cause instanceof RedisException));
    }

    private static CompletionStage<Void> release(CompletableFuture<OpenConnection> opened) {
        return opened.handle((open, failure) -> open)
                .thenCompose(open -> open == null ? CompletableFuture.completedFuture(null) : open.close());
    }
}
