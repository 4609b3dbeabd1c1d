package io.httpcached.store.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
 * Stores values in one or more Memcached servers. Each key belongs to one server; while that server is down, the key has no
 * value. A read sends one command to each server that owns one of the keys.
 */
@Singleton
@Named("memcached")
@Requires(classes = MemcacheClient.class)
@Requires(property = MemcachedConfiguration.SERVERS)
final class MemcachedStore implements CacheStore {

    /**
     * The overhead of an item in addition to its key and value: 59 bytes in Memcached 1.6, and a reserve for other versions.
     */
    private static final int ITEM_OVERHEAD = 100;

    /**
     * The number of seconds by which the clock of a server may lag. The server reads whole seconds, and only once a second,
     * so nearly two seconds of a time to live may be over when it begins.
     */
    private static final int CLOCK_LAG = 2;

    /** One second for rounding up, {@link #CLOCK_LAG}, and one in which the server does not yet notice the end. */
    private static final Duration EXPIRY_PRECISION = Duration.ofSeconds(4);

    private final LazyClient<AsciiMemcacheClient<byte[]>> clients;
    private final StoreCapabilities capabilities;

    /**
     * Creates a store that connects when it is first used.
     *
     * @param settings the configuration
     * @param executor the executor that resolves host names
     */
    MemcachedStore(MemcachedConfiguration settings, @Named(TaskExecutors.IO) ExecutorService executor) {
        int maximumValueSize = settings.getMaximumItemSize() - StoreCapabilities.MAXIMUM_KEY_LENGTH - ITEM_OVERHEAD;
        MemcachedConnections connections = new MemcachedConnections(settings, maximumValueSize, executor);
        this.clients = new LazyClient<>(connections::open, AsciiMemcacheClient::shutdown);
        this.capabilities = new StoreCapabilities(maximumValueSize, EXPIRY_PRECISION, true, true, true, true);
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
        return clients.get().thenCompose(client -> new CompareAndSwap(
                        () -> client.casGet(key), version -> client.set(key, value, seconds(ttl), version))
                .replace(expected));
    }

    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return incrementExisting(key)
                .thenCompose(next -> next != null ? CompletableFuture.completedFuture(next) : begin(key, initial, ttl));
    }

    /** Begins to count, unless another node begins at the same time. */
    private CompletionStage<Long> begin(String key, long initial, Duration ttl) {
        return putIfAbsent(key, Long.toString(initial).getBytes(US_ASCII), ttl)
                .thenCompose(put -> put
                        ? CompletableFuture.completedFuture(initial)
                        : incrementExisting(key).thenApply(next -> {
                            if (next == null) {
                                throw new UnexpectedStatusException(MemcacheStatus.KEY_NOT_FOUND);
                            }
                            return next;
                        }));
    }

    private CompletionStage<@Nullable Long> incrementExisting(String key) {
        return clients.get().thenCompose(client -> client.incr(key, 1));
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

    /** Sends one command per key, because Memcached has none for several keys. The commands run concurrently. */
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
            throw new UnexpectedStatusException(status);
        }
        return status;
    }

    /**
     * Returns a time to live in whole seconds that is not shorter than the given one. It is never zero, which means
     * "forever". Memcached interprets 30 days or more as a date; the client converts such values.
     */
    static int seconds(Duration ttl) {
        long whole = Math.min(ttl.toSeconds(), Integer.MAX_VALUE - 1 - CLOCK_LAG);
        return (int) whole + (ttl.toNanosPart() == 0 ? 0 : 1) + CLOCK_LAG;
    }

    /** Signals that the server replied with an unexpected status. */
    static final class UnexpectedStatusException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnexpectedStatusException(MemcacheStatus status) {
            super("Memcached replied with " + status, null, false, false);
        }
    }
}
