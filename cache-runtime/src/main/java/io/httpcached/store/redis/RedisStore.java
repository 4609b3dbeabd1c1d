package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import io.httpcached.store.ChangeListener;
import io.httpcached.store.StoreCapabilities;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores values as Redis strings with an expiry. Unless it is configured otherwise, it reads from masters only, because a replica may
 * still have removed values.
 * {@link #putIfAbsent}, {@link #replace} and {@link #increment} bind values to the server's {@link History}, so that they do not return
 * after a restart or a failover.
 */
final class RedisStore implements CacheStore {

    /** A Redis string holds up to 512 MB ({@code proto-max-bulk-len}). */
    private static final StoreCapabilities CAPABILITIES =
            new StoreCapabilities(512L * 1024 * 1024, Duration.ofMillis(1), true, true, true, true);

    /** Compares with the value as {@link #put} and as other methods store it. Uses one key, so that a cluster can route it. It is sent as text, so that a restarted server can run it as well. */
    private static final byte[] REPLACE =
            """
            local old = redis.call('GET', KEYS[1])
            if old ~= ARGV[1] and old ~= ARGV[2] then return 0 end
            redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
            return 1
            """
                    .getBytes(US_ASCII);

    /** Replaces a value unless it is bound to this history. */
    private static final byte[] REPLACE_OF_OTHER_HISTORY =
            """
            local old = redis.call('GET', KEYS[1])
            if old and string.sub(old, 1, #ARGV[1]) == ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """
                    .getBytes(US_ASCII);

    /** Adds one to a number of this history, and begins again if there is none. The numbers of Lua are exact up to 2^53. */
    private static final byte[] INCREMENT =
            """
            local old = redis.call('GET', KEYS[1])
            local next = ARGV[2]
            if old and string.sub(old, 1, #ARGV[1]) == ARGV[1] then
              next = string.format('%.0f', tonumber(string.sub(old, #ARGV[1] + 1)) + 1)
            end
            redis.call('SET', KEYS[1], ARGV[1] .. next, 'PX', ARGV[3])
            return tonumber(next)
            """
                    .getBytes(US_ASCII);

    private final Connector connector;
    private final SharedConnection connection;
    private final @Nullable ReplicaWait wait;
    private final boolean readsReplicas;

    /**
     * Creates a store that connects when it is first used.
     *
     * @param connector the connector, which this store shuts down when it is closed
     * @param wait lets removals and replacements wait for replicas, or null
     * @param readsReplicas whether values may be read from replicas, which report changes when they receive them
     */
    RedisStore(Connector connector, @Nullable ReplicaWait wait, boolean readsReplicas) {
        this.connector = connector;
        this.wait = wait;
        this.readsReplicas = readsReplicas;
        this.connection = new SharedConnection(connector);
    }

    @Override
    public StoreCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return connection.use(redis -> redis.get(keys));
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return connection
                .use(redis -> redis.commands().set(key, value, SetArgs.Builder.px(roundedUp(ttl))))
                .thenApply(ok -> null);
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return connection.use(redis -> redis.servers()
                .historyOf(key)
                .thenCompose(history -> putIfAbsent(redis.commands(), key, history, value, roundedUp(ttl))));
    }

    private static CompletionStage<Boolean> putIfAbsent(
            RedisClusterAsyncCommands<String, byte[]> redis, String key, History history, byte[] value, Duration ttl) {
        byte[] bound = history.bind(value);
        // The reply is OK if the value was stored, and nil if the key has a value, which may be of another history.
        return redis.set(key, bound, SetArgs.Builder.nx().px(ttl))
                .thenCompose(ok -> ok != null
                        ? CompletableFuture.completedFuture(true)
                        : redis.<Boolean>eval(
                                REPLACE_OF_OTHER_HISTORY,
                                ScriptOutputType.BOOLEAN,
                                new String[] {key},
                                history.prefix(),
                                bound,
                                millis(ttl)));
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        if (wait != null) {
            return wait.write(key, (redis, history) -> replace(redis, history, key, expected, value, ttl));
        }
        return connection.use(redis -> redis.servers()
                .historyOf(key)
                .thenCompose(history -> replace(redis.commands(), history, key, expected, value, ttl)));
    }

    private static CompletionStage<Boolean> replace(
            RedisClusterAsyncCommands<String, byte[]> redis,
            History history,
            String key,
            byte[] expected,
            byte[] value,
            Duration ttl) {
        return redis.eval(
                REPLACE,
                ScriptOutputType.BOOLEAN,
                new String[] {key},
                expected,
                history.bind(expected),
                history.bind(value),
                millis(roundedUp(ttl)));
    }

    private static byte[] millis(Duration ttl) {
        return digits(ttl.toMillis());
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return connection.use(redis -> redis.servers().historyOf(key).thenCompose(history -> redis.commands()
                .<Long>eval(
                        INCREMENT,
                        ScriptOutputType.INTEGER,
                        new String[] {key},
                        history.prefix(),
                        digits(initial),
                        millis(roundedUp(ttl)))));
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return connection.use(redis -> CompletableFuture.allOf(keys.stream()
                .map(key -> redis.commands().pexpire(key, roundedUp(ttl)).toCompletableFuture())
                .toArray(CompletableFuture[]::new)));
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        if (wait != null) {
            return wait.remove(keys);
        }
        return connection
                .use(redis -> redis.commands().unlink(keys.toArray(String[]::new)))
                .thenApply(removed -> null);
    }

    @Override
    public Optional<ChangeFeed> reportChanges(ChangeListener listener) {
        if (readsReplicas) {
            return Optional.empty();
        }
        connection.reportChanges(listener);
        return Optional.of(new RedisChangeFeed(connection));
    }

    @Override
    public void close() {
        CompletionStage<Void> closed = connection.close();
        Closing.close(
                wait == null ? closed : closed.thenCombine(wait.connection().close(), (reads, writes) -> null),
                connector);
    }

    /** Rounds up, because Redis counts milliseconds and rejects zero. */
    private static Duration roundedUp(Duration ttl) {
        return ttl.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
