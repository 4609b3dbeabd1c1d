package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
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
 * Slots in a backend that all nodes share. A look-up is one round trip, entry and tag versions together; a fault of the
 * backend is a miss that nothing is stored for, within the time budget. Writes are begun, not waited for.
 */
public final class RemoteEntryStore implements EntryStore {

    private final CacheStore store;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final GuardedStore backend;
    private final UnconfirmedInvalidations unconfirmed;
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
        Duration ttl = settings.tagVersionTtl();
        this.store = store;
        this.keys = new RemoteKeys(settings.keyPrefix());
        this.tagVersions = new TagVersionStore(store, keys, ttl, new SecureRandom(), clock);
        this.backend = new GuardedStore(name, settings, System::nanoTime);
        this.unconfirmed = new UnconfirmedInvalidations(store, tagVersions, backend, settings.retryAfter());
        EntrySerializer entries = new EntrySerializer(codec, counters, clock);
        this.lookup = new RemoteLookup(store, backend, entries, keys, tagVersions, unconfirmed);
        this.writer = new RemoteWriter(store, backend, entries, keys, tagVersions, unconfirmed, settings, counters);
        this.leases = new Leases(store, backend, keys, settings.leaseDuration(), System::nanoTime);
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, Supplier<List<String>> tags, long waited) {
        return lookup.lookup(key, tags.get(), waited);
    }

    @Override
    public WriteResult put(CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl) {
        return snapshot instanceof TagVersions before
                ? writer.put(key, entry, tags, before, ttl)
                : WriteResult.now(false);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, TagSnapshot snapshot, long waited) {
        return snapshot instanceof TagVersions moment
                ? leases.take(key, tags, moment, waited)
                : CompletableFuture.completedFuture(Optional.of(Lease.FREE));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        return writer.remove(key);
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation) {
        List<String> invalidated = keys.tagVersions(tags);
        boolean ages = invalidation == InvalidationMode.MARK_STALE
                && store.capabilities().atomicReplace();
        return backend.write(() -> ages ? tagVersions.age(invalidated) : tagVersions.remove(invalidated))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        unconfirmed.add(invalidated);
                    }
                });
    }

    /** Lets the backend's client connect, which takes longer than a request waits. Returns at once. */
    public void warmUp() {
        backend.prepare(() -> store.get(keys.tagVersions(List.of(TagVersions.ANY))));
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
