package io.httpcached.store.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.protocol.RedisProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of all operations. The first that needs it opens it, and the others that come meanwhile wait for the
 * same; whoever finds it broken opens another. Thread-safe; nothing blocks.
 */
final class SharedConnection {

    /** After how many commands in a row without an answer a connection is taken for dead, though it seems open. */
    private static final int TIMEOUTS_TO_REPLACE = 3;

    private static final String CLOSED_MESSAGE = "The store is closed";

    private static final CompletableFuture<Link> CLOSED =
            CompletableFuture.failedFuture(new RedisException(CLOSED_MESSAGE));

    private final Connector connector;
    private final AtomicReference<@Nullable CompletableFuture<Link>> held = new AtomicReference<>();
    private final AtomicInteger timeouts = new AtomicInteger();

    SharedConnection(Connector connector) {
        this.connector = connector;
    }

    /**
     * Sends commands.
     *
     * @param operation sends them
     * @return its answer; fails if there is no connection, and once this is closed
     */
    <T> CompletionStage<T> use(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> operation) {
        CompletableFuture<Link> current = current();
        return current.thenCompose(
                link -> operation.apply(link.commands()).whenComplete((answer, failure) -> judge(current, failure)));
    }

    /**
     * Ends all operations.
     *
     * @return completes when the connection is closed; whoever waits for one that is still being made hears at once that it
     *     will not be, and nobody waits for it to be closed again
     */
    CompletionStage<Void> close() {
        CompletableFuture<Link> last = held.getAndSet(CLOSED);
        if (last == null || last == CLOSED) {
            return CompletableFuture.completedFuture(null);
        }
        boolean isBeingMade = last.completeExceptionally(new RedisException(CLOSED_MESSAGE));
        return isBeingMade ? CompletableFuture.completedFuture(null) : release(last);
    }

    private CompletableFuture<Link> current() {
        CompletableFuture<Link> seen = held.get();
        return seen != null && isUsable(seen) ? seen : replace(seen);
    }

    /** A connection that is still being made, too; and the one that never will be, once this is closed. */
    private static boolean isUsable(CompletableFuture<Link> link) {
        if (link == CLOSED || !link.isDone()) {
            return true;
        }
        return !link.isCompletedExceptionally() && link.join().isUsable();
    }

    private CompletableFuture<Link> replace(@Nullable CompletableFuture<Link> seen) {
        CompletableFuture<Link> next = new CompletableFuture<>();
        if (!held.compareAndSet(seen, next)) {
            return current();
        }
        if (seen != null) {
            var unused = release(seen);
        }
        timeouts.set(0);
        connect().whenComplete((link, failure) -> {
            if (failure != null) {
                next.completeExceptionally(failure);
            } else if (!next.complete(link)) {
                var unused = link.connection().closeAsync();
            }
        });
        return next;
    }

    /** Those who wait are to hear of a client that refuses, as one does that is shut down meanwhile. */
    private CompletionStage<Link> connect() {
        try {
            return connector.connect();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void judge(CompletableFuture<Link> used, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (isDead(cause) || isOutOfStep(cause)) {
            if (held.compareAndSet(used, null)) {
                var unused = release(used);
            }
        }
    }

    /** A server that hangs, or a network that swallows everything, leaves a connection open for a long time. */
    private boolean isDead(@Nullable Throwable cause) {
        if (cause instanceof RedisCommandTimeoutException) {
            return timeouts.incrementAndGet() >= TIMEOUTS_TO_REPLACE;
        }
        if (timeouts.get() != 0) {
            timeouts.set(0);
        }
        return false;
    }

    /**
     * A reply that is none to what was asked, on which the decoder fails in ways of its own: from then on each command may
     * get the reply to another one.
     */
    private static boolean isOutOfStep(@Nullable Throwable cause) {
        return cause instanceof RedisProtocolException
                || (cause instanceof RuntimeException && !(cause instanceof RedisException));
    }

    private static CompletionStage<Void> release(CompletableFuture<Link> link) {
        return link.handle((open, failure) -> open)
                .thenCompose(open -> open == null
                        ? CompletableFuture.completedFuture(null)
                        : open.connection().closeAsync());
    }
}
