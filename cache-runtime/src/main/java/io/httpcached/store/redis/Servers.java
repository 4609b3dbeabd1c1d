package io.httpcached.store.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads from the servers behind a connection, each of which has its own history. Thread-safe. */
interface Servers {

    /**
     * Reads values.
     *
     * @param keys the keys
     * @return the values, and null for each key without a value or with one that is bound to another history
     */
    CompletionStage<List<byte @Nullable []>> get(List<String> keys);

    /**
     * Returns the history of the server that has a key, as far as is known. A value that is bound to the history of another
     * server cannot be read, so a mistake is harmless.
     *
     * @param key the key
     */
    CompletionStage<History> historyOf(String key);

    /**
     * {@return a stage that completes when all servers have confirmed that they reported every change of what was read} It fails
     * if they were not asked to report changes.
     */
    CompletionStage<Void> confirm();

    /**
     * Servers that never lose a confirmed write.
     *
     * @param commands the commands
     * @param tracked reports changes, or null
     */
    record Durable(RedisClusterAsyncCommands<String, byte[]> commands, @Nullable TrackedServer tracked)
            implements Servers {

        @Override
        public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
            note(tracked);
            return commands.mget(keys.toArray(String[]::new)).thenApply(pairs -> unbind(pairs, History.DURABLE));
        }

        @Override
        public CompletionStage<History> historyOf(String key) {
            return CompletableFuture.completedFuture(History.DURABLE);
        }

        @Override
        public CompletionStage<Void> confirm() {
            return Servers.confirm(tracked);
        }
    }

    /**
     * One server.
     *
     * @param history its history
     * @param tracked reports changes, or null
     */
    record Single(ServerHistory history, @Nullable TrackedServer tracked) implements Servers {

        @Override
        public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
            note(tracked);
            return history.read(redis -> redis.mget(keys.toArray(String[]::new)), Servers::unbind);
        }

        @Override
        public CompletionStage<History> historyOf(String key) {
            return history.current();
        }

        @Override
        public CompletionStage<Void> confirm() {
            return Servers.confirm(tracked);
        }
    }

    private static void note(@Nullable TrackedServer tracked) {
        if (tracked != null) {
            tracked.reading();
        }
    }

    private static CompletionStage<Void> confirm(@Nullable TrackedServer tracked) {
        return tracked == null
                ? CompletableFuture.failedFuture(new RedisException("Redis was not asked to report changes."))
                : tracked.confirm();
    }

    private static List<byte @Nullable []> unbind(List<KeyValue<String, byte[]>> pairs, History history) {
        List<byte @Nullable []> values = new ArrayList<>(pairs.size());
        for (KeyValue<String, byte[]> pair : pairs) {
            values.add(history.unbind(pair.hasValue() ? pair.getValue() : null));
        }
        return values;
    }
}
