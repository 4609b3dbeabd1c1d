package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Finding;
import io.httpcached.engine.Generation;
import io.httpcached.engine.Lease;
import io.httpcached.engine.Slot;
import io.httpcached.engine.Written;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.Stamp;
import io.httpcached.store.CacheStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Slots in a backend that all nodes share. A look-up is one round trip, entry and generations together; a fault of the
 * backend is a miss that nothing is stored for, within the time budget. Writes are begun, not waited for.
 */
public final class RemoteEntryStore implements EntryStore {

    private static final String UNAVAILABLE = "backend unavailable";

    private final CacheStore store;
    private final EntryCodec codec;
    private final RemoteKeys keys;
    private final GenerationStore generations;
    private final Backend backend;
    private final PendingWrites writes;
    private final Leases leases;
    private final UnconfirmedEvictions evictions;
    private final Clock clock;
    private final Duration generationTtl;
    private final RemoteCounters counters = new RemoteCounters();

    /**
     * Creates a store.
     *
     * @param name the name of the backend, for the log
     * @param store the backend, which is closed with this store
     * @param codec the form of entries
     * @param settings how to deal with it
     * @param clock tells when an entry has outlived its time
     */
    public RemoteEntryStore(String name, CacheStore store, EntryCodec codec, RemoteSettings settings, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.keys = new RemoteKeys(settings.keyPrefix());
        this.generationTtl = settings.generationTtl();
        this.generations = new GenerationStore(store, keys, generationTtl, new SecureRandom());
        this.backend = new Backend(name, settings, System::nanoTime);
        this.writes = new PendingWrites(settings.maximumPendingBytes());
        this.leases = new Leases(store, backend, keys, settings.leaseDuration(), System::nanoTime);
        this.evictions = new UnconfirmedEvictions(store, backend, settings.retryAfter());
        this.clock = clock;
    }

    @Override
    public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags) {
        List<String> names = tags.get();
        if (evictions.concern(() -> keys.generations(names))) {
            return CompletableFuture.completedFuture(missing("eviction unconfirmed"));
        }
        return backend.read(() -> look(key, names)).exceptionally(failure -> missing(UNAVAILABLE));
    }

    @Override
    public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
        List<Stamp> stamps = generation instanceof Generations before ? before.stamps(tags) : null;
        if (stamps == null || ttl.isNegative() || ttl.isZero()) {
            return Written.now(false);
        }
        Duration life = ttl.compareTo(generationTtl) < 0 ? ttl : generationTtl;
        byte[] bytes = codec.encode(new StoredEntry(slot, stamps, clock.millis() + life.toMillis()));
        if (bytes.length > store.capabilities().maximumValueSize()) {
            counters.entriesTooLarge().increment();
            return new Written(false, remove(key));
        }
        return write(bytes.length, () -> write(keys.entry(key), bytes, life, tags));
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, Generation generation) {
        return generation instanceof Generations moment
                ? leases.take(key, moment)
                : CompletableFuture.completedFuture(Optional.of(Lease.FREE));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        return backend.write(() -> store.remove(List.of(keys.entry(key)))).exceptionally(failure -> null);
    }

    @Override
    public CompletionStage<Void> evict(Collection<String> tags) {
        List<String> generations = keys.generations(tags);
        return backend.write(() -> store.remove(generations)).whenComplete((done, failure) -> {
            if (failure != null) {
                evictions.add(generations);
            }
        });
    }

    /** Lets the backend's client connect, which takes longer than a request waits. Returns at once. */
    public void warmUp() {
        backend.prepare(() -> store.get(keys.generations(List.of(""))));
    }

    /** {@return how the backend does} */
    public RemoteStatistics statistics() {
        return new RemoteStatistics(
                backend.isAvailable(),
                backend.lastFailure(),
                counters.writesDropped().sum(),
                counters.writesFailed().sum(),
                counters.entriesTooLarge().sum(),
                counters.entriesNotUnderstood().sum(),
                evictions.size());
    }

    @Override
    public void close() {
        evictions.close();
        store.close();
    }

    private CompletionStage<Finding> look(CacheKey key, List<String> tags) {
        return store.get(keys.lookup(key, tags)).thenCompose(values -> {
            Map<String, Long> known = GenerationStore.read(tags, values.subList(1, values.size()));
            StoredEntry held = decode(values.get(0));
            return generations
                    .complete(tags, known)
                    .thenApply(all -> new Finding(valid(held, all), all, null))
                    .exceptionally(this::refused);
        });
    }

    /** Where a generation is missing and cannot be made, no entry is valid and none could be stored. */
    private Finding refused(Throwable failure) {
        backend.refused(failure);
        return missing(UNAVAILABLE);
    }

    private static Finding missing(String detail) {
        return new Finding(null, Generations.UNKNOWN, detail);
    }

    private @Nullable StoredEntry decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        StoredEntry entry = codec.decode(bytes);
        if (entry == null) {
            counters.entriesNotUnderstood().increment();
        }
        return entry;
    }

    /** The backend's own expiry is coarse, and on some comes days late. */
    private @Nullable Slot valid(@Nullable StoredEntry held, Generations now) {
        return held != null && held.expiresAtMillis() > clock.millis() && now.confirm(held.stamps())
                ? held.slot()
                : null;
    }

    private CompletionStage<Void> write(String key, byte[] bytes, Duration ttl, List<String> tags) {
        return store.put(key, bytes, ttl).thenCombine(generations.keep(tags), (put, kept) -> null);
    }

    private Written write(long size, Supplier<CompletionStage<Void>> operation) {
        if (!backend.isAvailable() || !writes.begin(size)) {
            counters.writesDropped().increment();
            return Written.now(false);
        }
        return new Written(
                true, backend.write(operation, () -> writes.end(size)).exceptionally(failure -> {
                    counters.writesFailed().increment();
                    return null;
                }));
    }
}
