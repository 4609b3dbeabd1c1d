package io.httpcached.store.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheStatus;
import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import io.httpcached.store.support.LazyClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values in one Memcached server or several. Each key has its server; what belongs to a server that is down is not there
 * until it is back. A look-up is one command to each server that its keys belong to.
 */
@Singleton
@Named("memcached")
@Requires(classes = MemcacheClient.class)
@Requires(property = MemcachedConfiguration.SERVERS)
final class MemcachedStore implements CacheStore {

    /**
     * What a server keeps in an item beside key and value: 59 bytes in Memcached 1.6, and some to spare for others.
     */
    private static final int BESIDE_KEY_AND_VALUE = 100;

    /** A server counts seconds that begin when its clock ticks, so that the first one may be over at once. */
    private static final int SECOND_UNDER_WAY = 1;

    private static final Duration EXPIRY_PRECISION = Duration.ofSeconds(2);

    private final LazyClient<AsciiMemcacheClient<byte[]>> clients;
    private final StoreCapabilities capabilities;

    /**
     * Creates a store, which connects when it is first used.
     *
     * @param settings the servers
     * @param executor looks host names up
     */
    MemcachedStore(MemcachedConfiguration settings, @Named(TaskExecutors.IO) ExecutorService executor) {
        int maximumValueSize =
                settings.getMaximumItemSize() - StoreCapabilities.MAXIMUM_KEY_LENGTH - BESIDE_KEY_AND_VALUE;
        MemcachedConnections connections = new MemcachedConnections(settings, maximumValueSize, executor);
        this.clients = new LazyClient<>(connections::open, AsciiMemcacheClient::shutdown);
        this.capabilities = new StoreCapabilities(maximumValueSize, EXPIRY_PRECISION, true, true, true);
    }

    @Override
    public StoreCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return clients.get().thenCompose(client -> client.get(keys));
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return clients.get()
                .thenCompose(client -> client.set(key, value, seconds(ttl)))
                .thenAccept(status -> expect(status, Set.of(MemcacheStatus.OK)));
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return clients.get()
                .thenCompose(client -> client.add(key, value, seconds(ttl)))
                .thenApply(status ->
                        expect(status, Set.of(MemcacheStatus.OK, MemcacheStatus.ITEM_NOT_STORED)) == MemcacheStatus.OK);
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return clients.get().thenCompose(client -> new Replacement(
                        () -> client.casGet(key), version -> client.set(key, value, seconds(ttl), version))
                .of(expected));
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return each(keys, (client, key) -> client.touch(key, seconds(ttl)));
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return each(keys, MemcacheClient::delete);
    }

    @Override
    public void close() {
        clients.close();
    }

    /** Does to every key what Memcached can do to one only; all commands are under way together. */
    private CompletionStage<Void> each(
            List<String> keys,
            BiFunction<AsciiMemcacheClient<byte[]>, String, CompletionStage<MemcacheStatus>> operation) {
        return clients.get()
                .thenCompose(client -> CompletableFuture.allOf(keys.stream()
                        .map(key -> operation
                                .apply(client, key)
                                .thenAccept(status ->
                                        expect(status, Set.of(MemcacheStatus.OK, MemcacheStatus.KEY_NOT_FOUND)))
                                .toCompletableFuture())
                        .toArray(CompletableFuture[]::new)));
    }

    private static MemcacheStatus expect(MemcacheStatus status, Set<MemcacheStatus> expected) {
        if (!expected.contains(status)) {
            throw new RefusedException(status);
        }
        return status;
    }

    /**
     * {@return a time to live in whole seconds, in which a value lives no shorter} Never zero, which is for ever; what is
     * 30 days or more, which Memcached takes for a date, the client turns into one.
     */
    static int seconds(Duration ttl) {
        long whole = Math.min(ttl.toSeconds(), Integer.MAX_VALUE - 2);
        return (int) whole + (ttl.toNanosPart() == 0 ? 0 : 1) + SECOND_UNDER_WAY;
    }

    /** The server answered, but did not do what it was asked. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(MemcacheStatus status) {
            super("Memcached says " + status, null, false, false);
        }
    }
}
