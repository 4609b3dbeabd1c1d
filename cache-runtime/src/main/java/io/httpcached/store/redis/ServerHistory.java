package io.httpcached.store.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.protocol.RedisProtocolException;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows the history of the server at the other end of a connection: its {@code run_id}, which changes with each restart,
 * and its {@code master_replid}, which changes if a replica becomes the master. A restart breaks the connection. A promotion need
 * not, so the server is asked again once a second while the connection is used; the question travels with a command that
 * is sent anyway. Thread-safe.
 */
final class ServerHistory {

    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RedisAsyncCommands<String, byte[]> commands;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable CompletableFuture<History>> question = new AtomicReference<>();
    private volatile @Nullable Known known;

    private record Known(History history, long askedAtNanos) {}

    /**
     * Creates an instance that knows nothing yet.
     *
     * @param connection the connection, which the client may restore after a failure
     * @param nanoTime the time source, such as {@link System#nanoTime()}
     */
    ServerHistory(StatefulRedisConnection<String, byte[]> connection, LongSupplier nanoTime) {
        this.commands = connection.async();
        this.nanoTime = nanoTime;
        // Lettuce calls this on the thread that reads the replies, before it reads one of the restored connection.
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> restored, SocketAddress address) {
                known = null;
            }
        });
    }

    /**
     * Reads from the server.
     *
     * @param read sends the command
     * @param unbind converts the reply, with the history of the server that sent it
     * @return the converted reply; fails if the server does not tell its history
     */
    <R, T> CompletionStage<T> read(
            Function<RedisAsyncCommands<String, byte[]>, CompletionStage<R>> read, BiFunction<R, History, T> unbind) {
        CompletionStage<History> asked = askIfDue();
        CompletableFuture<T> result = read.apply(commands)
                .thenCompose(reply -> current().thenApply(history -> unbind.apply(reply, history)))
                .toCompletableFuture();
        if (asked != null) {
            var unused = asked.exceptionally(failure -> {
                // If the reply was meant for another command, the own reply may never come.
                result.completeExceptionally(failure);
                return null;
            });
        }
        return result;
    }

    /** Returns the history of the server, which it has told within the last second. */
    CompletionStage<History> current() {
        Known last = known;
        return last != null && isYounger(last, RECHECK_NANOS) ? CompletableFuture.completedFuture(last.history) : ask();
    }

    private boolean isYounger(Known last, long nanos) {
        return nanoTime.getAsLong() - last.askedAtNanos < nanos;
    }

    /** Asks before the next command, so that the reply is known when that of the command arrives. */
    private @Nullable CompletionStage<History> askIfDue() {
        Known last = known;
        return last == null || !isYounger(last, RECHECK_NANOS / 2) ? ask() : null;
    }

    /** Asks, or waits for the reply to the question of another caller. */
    private CompletionStage<History> ask() {
        CompletableFuture<History> own = new CompletableFuture<>();
        CompletableFuture<History> pending = question.compareAndExchange(null, own);
        if (pending != null) {
            return pending;
        }
        long now = nanoTime.getAsLong();
        CompletionStage<String> server = commands.info("server");
        CompletionStage<String> replication = commands.info("replication");
        var unused = server.thenCombine(replication, ServerHistory::parse)
                .whenComplete((history, failure) -> end(own, history, failure, now));
        // Otherwise the failure of one would wait for the reply to the other, which may never come.
        var unusedServer = server.whenComplete((reply, failure) -> endIfFailed(own, failure));
        var unusedReplication = replication.whenComplete((reply, failure) -> endIfFailed(own, failure));
        return own;
    }

    private void end(
            CompletableFuture<History> own, @Nullable History history, @Nullable Throwable failure, long askedAtNanos) {
        if (history != null && own.complete(history)) {
            known = new Known(history, askedAtNanos);
            question.set(null);
        } else {
            endIfFailed(own, failure);
        }
    }

    private void endIfFailed(CompletableFuture<History> own, @Nullable Throwable failure) {
        if (failure != null && own.completeExceptionally(explain(failure))) {
            known = null;
            question.set(null);
        }
    }

    /** Servers that speak the protocol of Redis may have only one of the identifiers. */
    private static History parse(String server, String replication) {
        String runId = value(server, "run_id:");
        String replicationId = value(replication, "master_replid:");
        if (runId.isEmpty() && replicationId.isEmpty()) {
            throw new RedisProtocolException("INFO tells neither run_id nor master_replid. " + advice());
        }
        return History.of(runId + '/' + replicationId);
    }

    private static String value(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static Throwable explain(Throwable failure) {
        Throwable cause = Failures.cause(failure);
        return cause instanceof RedisCommandExecutionException
                ? new RedisException("INFO failed (" + cause.getMessage() + "). " + advice(), cause)
                : cause;
    }

    private static String advice() {
        return "It shows whether the server has lost invalidations. Permit INFO to the user of the cache, or set "
                + RedisStoreConfiguration.PREFIX + ".durable to true if the server cannot lose confirmed writes";
    }
}
