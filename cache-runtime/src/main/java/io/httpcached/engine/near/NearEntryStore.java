package io.httpcached.engine.near;

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
import io.httpcached.engine.remote.RemoteCopy;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteResult;
import io.httpcached.store.CacheStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers lookups with near copies of a backend's entries. A lookup without a usable copy asks the backend, and its entry is kept.
 * Thread-safe.
 *
 * <p>The changes that this node makes are recorded before and after the backend makes them. So a copy that was read in between is
 * not used once the change has completed, whether or not the backend reports it.
 */
public final class NearEntryStore implements EntryStore {

    private final RemoteEntryStore remote;
    private final CacheStore backend;
    private final NearSettings settings;
    private final Timing timing;

    /** The store whose copies this one uses, or null if it has its own. */
    private final @Nullable NearEntryStore original;

    private volatile @Nullable NearCopies copies;

    /**
     * Creates a store that keeps no copies before {@link #start}.
     *
     * @param remote the entries in the backend, which are closed with this store
     * @param backend the backend
     * @param settings the limits
     * @param clock the clock for the expiry of entries
     */
    public NearEntryStore(RemoteEntryStore remote, CacheStore backend, NearSettings settings, Clock clock) {
        this(remote, backend, settings, Timing.real(clock));
    }

    NearEntryStore(RemoteEntryStore remote, CacheStore backend, NearSettings settings, Timing timing) {
        this.remote = remote;
        this.backend = backend;
        this.settings = settings;
        this.timing = timing;
        this.original = null;
    }

    private NearEntryStore(NearEntryStore original, RemoteEntryStore remote) {
        this.remote = remote;
        this.backend = original.backend;
        this.settings = original.settings;
        this.timing = original.timing;
        this.original = original;
    }

    /**
     * {@return a view of this store whose entries the backend holds in another form} It uses the copies of this store, which alone is
     * started and closed.
     *
     * @param codec the serialization of entries
     */
    public NearEntryStore encodedBy(EntryCodec codec) {
        return new NearEntryStore(this, remote.encodedBy(codec));
    }

    private @Nullable NearCopies copies() {
        return original == null ? copies : original.copies();
    }

    /** Begins to keep copies, unless it has begun. Returns at once; the backend need not be available. */
    public synchronized void start() {
        if (copies == null) {
            NearCopies begun = new NearCopies(backend, remote.keyPrefix(), settings, timing);
            copies = begun;
            begun.start();
        }
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        NearCopies near = copies();
        if (near == null || !request.near()) {
            return remote.lookup(key, request);
        }
        NearCopy copy = near.find(key, request);
        if (copy != null) {
            return copy.answer();
        }
        NearCopies.Before before = near.before();
        return before == null
                ? remote.lookup(key, request)
                : remote.find(key, request).thenApply(found -> keep(near, key, found, before));
    }

    private LookupResult keep(NearCopies near, CacheKey key, RemoteResult found, NearCopies.Before before) {
        RemoteCopy copy = remote.copy(key, found);
        if (copy != null) {
            near.keep(key, copy, before);
        }
        return found.lookup();
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        NearCopies near = copies();
        if (near == null) {
            return remote.put(key, entry, tags, snapshot, ttl, deadline);
        }
        List<String> changed = List.of(remote.entryKey(key));
        near.changed(changed);
        WriteResult written = remote.put(key, entry, tags, snapshot, ttl, deadline);
        var unused = written.done().thenRun(() -> near.changed(changed));
        return written;
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        return remote.lease(key, request, snapshot);
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        NearCopies near = copies();
        if (near == null) {
            return remote.remove(key, request);
        }
        List<String> changed = List.of(remote.entryKey(key));
        near.changed(changed);
        return remote.remove(key, request).whenComplete((done, failure) -> near.changed(changed));
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
        NearCopies near = copies();
        if (near == null) {
            return remote.invalidate(tags, mode);
        }
        List<String> changed = remote.versionKeys(tags);
        near.changed(changed);
        return remote.invalidate(tags, mode)
                .whenComplete((done, failure) -> near.changed(changed))
                .thenCompose(done -> near.complete());
    }

    /** {@return whether copies are kept, and the backend reports changes of them} */
    public boolean reportsChanges() {
        NearCopies near = copies;
        return near != null && near.areReported();
    }

    /** {@return the entries in the backend} */
    public RemoteEntryStore remote() {
        return remote;
    }

    /** {@return the state of the copies, or null if none are kept} */
    public @Nullable NearStatistics statistics() {
        NearCopies near = copies();
        return near == null ? null : near.statistics();
    }

    @Override
    public void close() {
        NearCopies near = copies();
        if (near != null) {
            near.close();
        }
        remote.close();
    }
}
