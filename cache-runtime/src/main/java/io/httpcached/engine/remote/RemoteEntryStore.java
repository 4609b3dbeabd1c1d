package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.store.CacheStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores entries in a backend that all nodes share. A lookup reads the entry and the tag versions in one round trip. If the
 * backend fails or does not answer before the deadline, the lookup is a miss whose response is not stored. No request waits
 * for a write of an entry. Thread-safe.
 */
public final class RemoteEntryStore implements EntryStore {

    private final CacheStore store;
    private final String prefix;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final GuardedStore guard;
    private final UnconfirmedInvalidations unconfirmed;
    private final RemoteLookup lookup;
    private final RemoteWriter writer;
    private final Leases leases;
    private final RemoteCounters counters;
    private final Clock clock;

    /**
     * Creates a store.
     *
     * @param name the name of the backend, for the log
     * @param store the backend, which is closed with this store
     * @param codec the serialization of entries
     * @param settings the timeouts and limits
     * @param clock the clock for the expiry of entries
     */
    public RemoteEntryStore(String name, CacheStore store, EntryCodec codec, RemoteSettings settings, Clock clock) {
        Duration ttl = settings.tagVersionTtl();
        this.store = store;
        this.prefix = settings.keyPrefix();
        this.counters = new RemoteCounters();
        this.clock = clock;
        this.keys = new RemoteKeys(settings.keyPrefix(), settings.version());
        SecureRandom random = new SecureRandom();
        RemoteInvalidationLog log = new RemoteInvalidationLog(store, keys, ttl, random);
        this.tagVersions = new TagVersionStore(store, keys, ttl, random, log, clock);
        this.guard = new GuardedStore(name, settings, System::nanoTime);
        this.unconfirmed = new UnconfirmedInvalidations(store, tagVersions, guard, settings.retryAfter());
        EntrySerializer entries = new EntrySerializer(codec, counters, clock);
        this.lookup = new RemoteLookup(store, guard, entries, keys, tagVersions, log, unconfirmed);
        this.writer = new RemoteWriter(store, guard, entries, keys, tagVersions, log, unconfirmed, settings, counters);
        this.leases = new Leases(store, guard, keys, settings.leaseDuration(), System::nanoTime);
    }

    /** Creates a view of a store with another serialization of entries. */
    private RemoteEntryStore(RemoteEntryStore original, EntryCodec codec) {
        EntrySerializer entries = new EntrySerializer(codec, original.counters, original.clock);
        this.store = original.store;
        this.prefix = original.prefix;
        this.counters = original.counters;
        this.clock = original.clock;
        this.keys = original.keys;
        this.tagVersions = original.tagVersions;
        this.guard = original.guard;
        this.unconfirmed = original.unconfirmed;
        this.lookup = original.lookup.of(entries);
        this.writer = original.writer.of(entries);
        this.leases = original.leases;
    }

    /**
     * {@return a view of this store that serializes entries in another form} It shares the connection, the state and the counters of
     * this store, which alone is closed.
     *
     * @param codec the serialization of entries
     */
    public RemoteEntryStore encodedBy(EntryCodec codec) {
        return new RemoteEntryStore(this, codec);
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        return lookup.lookup(key, request);
    }

    /**
     * Looks up a key for a node that keeps copies.
     *
     * @param key the key
     * @param request the request
     * @return as {@link #lookup}
     */
    public CompletionStage<RemoteResult> find(CacheKey key, StoreRequest request) {
        return lookup.find(key, request);
    }

    /**
     * Returns what a node may keep of a lookup.
     *
     * @param key the key
     * @param found the result of {@link #find}
     * @return the copy, or null if there is no entry
     */
    public @Nullable RemoteCopy copy(CacheKey key, RemoteResult found) {
        LookupResult lookup = found.lookup();
        TagVersions versions = TagVersions.of(lookup.snapshot());
        if (lookup.entry() == null || versions == null) {
            return null;
        }
        List<String> dependencies = new ArrayList<>();
        dependencies.add(entryKey(key));
        dependencies.addAll(versionKeys(versions.byTag().keySet()));
        return new RemoteCopy(
                new LookupResult(lookup.entry(), lookup.tags(), new RememberedVersions(versions), null, true),
                dependencies,
                found.expiresAtMillis());
    }

    /** {@return the prefix of all keys in the backend} */
    public String keyPrefix() {
        return prefix;
    }

    /** {@return the key under which the backend has an entry} */
    public String entryKey(CacheKey key) {
        return keys.entry(key);
    }

    /** {@return the keys under which the backend has the versions of tags} */
    public List<String> versionKeys(Collection<String> tags) {
        return keys.tagVersions(tags);
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        TagVersions before = TagVersions.of(snapshot);
        return before != null ? writer.put(key, entry, tags, before, ttl, deadline) : WriteResult.completed(false);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        TagVersions before = TagVersions.of(snapshot);
        return before != null
                ? leases.acquire(key, request, before)
                : CompletableFuture.completedFuture(Optional.of(Lease.NOT_NEEDED));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        return guard.await(writer.remove(key), request.deadline()).exceptionally(late -> null);
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
        List<String> versionKeys = keys.tagVersions(tags);
        boolean markStale =
                mode == InvalidationMode.MARK_STALE && store.capabilities().atomicReplace();
        return guard.write(() -> markStale ? tagVersions.markStale(versionKeys) : tagVersions.remove(versionKeys))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        unconfirmed.add(versionKeys);
                    }
                });
    }

    /** Lets the backend's client connect, which takes longer than the timeout of a request. Returns at once. */
    public void warmUp() {
        guard.startUnattended(() -> store.get(List.of(keys.position())));
    }

    /** {@return the state of the backend and the counters} */
    public RemoteStatistics statistics() {
        return new RemoteStatistics(
                guard.isAvailable(),
                guard.lastFailure(),
                counters.writesDropped().sum(),
                counters.writesFailed().sum(),
                counters.entriesTooLarge().sum(),
                counters.entriesNotUnderstood().sum(),
                unconfirmed.size(),
                writer.pendingBytes(),
                guard.reads(),
                guard.writes());
    }

    @Override
    public void close() {
        unconfirmed.close();
        store.close();
    }
}
