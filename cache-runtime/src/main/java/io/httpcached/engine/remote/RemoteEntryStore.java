package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Eviction;
import io.httpcached.engine.Finding;
import io.httpcached.engine.Generation;
import io.httpcached.engine.Lease;
import io.httpcached.engine.Slot;
import io.httpcached.engine.Written;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.store.CacheStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Slots in a backend that all nodes share. A look-up is one round trip, entry and generations together; a fault of the
 * backend is a miss that nothing is stored for, within the time budget. Writes are begun, not waited for.
 */
public final class RemoteEntryStore implements EntryStore {

    private final CacheStore store;
    private final RemoteKeys keys;
    private final GenerationStore generations;
    private final Backend backend;
    private final UnconfirmedEvictions unconfirmed;
    private final RemoteLookup lookup;
    private final RemoteWriter writer;
    private final Leases leases;
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
        Duration ttl = settings.generationTtl();
        this.store = store;
        this.keys = new RemoteKeys(settings.keyPrefix());
        this.generations = new GenerationStore(store, keys, ttl, new SecureRandom(), clock);
        this.backend = new Backend(name, settings, System::nanoTime);
        this.unconfirmed = new UnconfirmedEvictions(store, generations, backend, settings.retryAfter());
        EntryBytes entries = new EntryBytes(codec, counters, clock);
        this.lookup = new RemoteLookup(store, backend, entries, keys, generations, unconfirmed);
        this.writer = new RemoteWriter(store, backend, entries, keys, generations, unconfirmed, settings, counters);
        this.leases = new Leases(store, backend, keys, settings.leaseDuration(), System::nanoTime);
    }

    @Override
    public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited) {
        return lookup.find(key, tags.get(), waited);
    }

    @Override
    public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
        return generation instanceof Generations before ? writer.put(key, slot, tags, before, ttl) : Written.now(false);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, Generation generation, long waited) {
        return generation instanceof Generations moment
                ? leases.take(key, tags, moment, waited)
                : CompletableFuture.completedFuture(Optional.of(Lease.FREE));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        return writer.remove(key);
    }

    @Override
    public CompletionStage<Void> evict(Collection<String> tags, Eviction eviction) {
        List<String> evicted = keys.generations(tags);
        boolean ages = eviction == Eviction.STALE && store.capabilities().atomicReplace();
        return backend.write(() -> ages ? generations.age(evicted) : generations.remove(evicted))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        unconfirmed.add(evicted);
                    }
                });
    }

    /** Lets the backend's client connect, which takes longer than a request waits. Returns at once. */
    public void warmUp() {
        backend.prepare(() -> store.get(keys.generations(List.of(Generations.ANY))));
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
                unconfirmed.size());
    }

    @Override
    public void close() {
        unconfirmed.close();
        store.close();
    }
}
