package io.httpcached.store.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The writes of servers that wait for their replicas. Those that arrive during a wait are sent together after it, and share the next
 * one: however many there are, none is sent later than one timeout. Thread-safe.
 */
final class ReplicatedWrites {

    private final int replicas;
    private final Duration timeout;

    /** The writes that a server is sent after its present wait. A server that does not wait has no list. */
    private final Map<RedisClusterAsyncCommands<String, byte[]>, List<Write<?>>> queued = new HashMap<>();

    /**
     * Creates an instance without writes.
     *
     * @param replicas the number of replicas that must have received a write
     * @param timeout the time until they must have
     */
    ReplicatedWrites(int replicas, Duration timeout) {
        this.replicas = replicas;
        this.timeout = timeout;
    }

    /**
     * A write.
     *
     * @param command sends it
     * @param result receives the reply once enough replicas have received the write
     */
    private record Write<T>(
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command,
            CompletableFuture<T> result) {

        void send(RedisClusterAsyncCommands<String, byte[]> server, CompletionStage<Void> replicated) {
            var unused = attempt(() -> command.apply(server))
                    .thenCombine(replicated, (reply, done) -> reply)
                    .whenComplete((reply, failure) -> {
                        if (failure == null) {
                            result.complete(reply);
                        } else {
                            result.completeExceptionally(failure);
                        }
                    });
        }
    }

    /** {@return the failure of a write that too few replicas have received} */
    RedisException tooFew() {
        return new RedisException(
                "Fewer than " + replicas + " replicas have confirmed the write within " + timeout.toMillis() + " ms");
    }

    /**
     * Sends a write, at the latest when the present wait of the server is over.
     *
     * @param server the server
     * @param command sends the command
     * @return the reply, once enough replicas have received the write; fails if they have not in time
     */
    <T> CompletableFuture<T> send(
            RedisClusterAsyncCommands<String, byte[]> server,
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        Write<T> write = new Write<>(command, new CompletableFuture<>());
        synchronized (this) {
            List<Write<?>> waiting = queued.get(server);
            if (waiting != null) {
                waiting.add(write);
                return write.result;
            }
            queued.put(server, new ArrayList<>());
        }
        sendAll(server, List.of(write));
        return write.result;
    }

    private void sendAll(RedisClusterAsyncCommands<String, byte[]> server, List<Write<?>> writes) {
        CompletableFuture<Void> replicated = new CompletableFuture<>();
        writes.forEach(write -> write.send(server, replicated));
        var unused = attempt(() -> server.waitForReplication(replicas, timeout.toMillis()))
                .whenComplete((confirmed, failure) -> {
                    if (failure != null) {
                        replicated.completeExceptionally(failure);
                    } else if (confirmed < replicas) {
                        replicated.completeExceptionally(tooFew());
                    } else {
                        replicated.complete(null);
                    }
                    sendNext(server);
                });
    }

    /** A failure must not keep the writes that are queued from being sent. */
    private static <T> CompletionStage<T> attempt(Supplier<CompletionStage<T>> command) {
        try {
            return command.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void sendNext(RedisClusterAsyncCommands<String, byte[]> server) {
        List<Write<?>> next;
        synchronized (this) {
            next = queued.get(server);
            if (next == null || next.isEmpty()) {
                queued.remove(server);
                return;
            }
            queued.put(server, new ArrayList<>());
        }
        sendAll(server, next);
    }
}
