package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores values as Redis strings with an expiry. It reads from masters only, because a replica may still have removed values.
 */
final class RedisStore implements CacheStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** A Redis string holds up to 512 MB ({@code proto-max-bulk-len}). */
    private static final StoreCapabilities CAPABILITIES =
            new StoreCapabilities(512L * 1024 * 1024, Duration.ofMillis(1), true, true, true);

    /** Uses one key, so that a cluster can route it. It is sent as text, so that a restarted server can run it as well. */
    private static final byte[] REPLACE =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """
                    .getBytes(US_ASCII);

    private final Connector connector;
    private final SharedConnection connection;

    /**
     * Creates a store that connects when it is first used.
     *
     * @param connector the connector, which this store shuts down when it is closed
     */
    RedisStore(Connector connector) {
        this.connector = connector;
        this.connection = new SharedConnection(connector);
    }

    @Override
    public StoreCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return connection.use(redis -> redis.mget(keys.toArray(String[]::new))).thenApply(RedisStore::values);
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return connection
                .use(redis -> redis.set(key, value, SetArgs.Builder.px(roundedUp(ttl))))
                .thenApply(ok -> null);
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        SetArgs ifAbsent = SetArgs.Builder.nx().px(roundedUp(ttl));
        // The reply is OK if the value was stored, and nil if the key has a value.
        return connection.use(redis -> redis.set(key, value, ifAbsent)).thenApply(ok -> ok != null);
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        byte[] millis = Long.toString(roundedUp(ttl).toMillis()).getBytes(US_ASCII);
        return connection.use(redis ->
                redis.<Boolean>eval(REPLACE, ScriptOutputType.BOOLEAN, new String[] {key}, expected, value, millis));
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return connection.use(redis -> CompletableFuture.allOf(keys.stream()
                .map(key -> redis.pexpire(key, roundedUp(ttl)).toCompletableFuture())
                .toArray(CompletableFuture[]::new)));
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return connection
                .use(redis -> redis.unlink(keys.toArray(String[]::new)))
                .thenApply(removed -> null);
    }

    @Override
    public void close() {
        CompletableFuture<Void> closed =
                connection.close().thenCompose(released -> connector.shutDown()).toCompletableFuture();
        try {
            closed.get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Closing the connection to Redis failed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<byte @Nullable []> values(List<KeyValue<String, byte[]>> pairs) {
        List<byte @Nullable []> values = new ArrayList<>(pairs.size());
        for (KeyValue<String, byte[]> pair : pairs) {
            values.add(pair.hasValue() ? pair.getValue() : null);
        }
        return values;
    }

    /** Rounds up, because Redis counts milliseconds and rejects zero. */
    private static Duration roundedUp(Duration ttl) {
        return ttl.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
