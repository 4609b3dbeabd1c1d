package io.httpcached.engine.near;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.memory.MemoryStore;
import io.httpcached.engine.remote.RemoteCopy;
import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a backend's entries, decoded. A copy is used only while nothing has changed that it depends on: the entry, and the
 * versions of its tags. The backend reports changes, or else copies are used for a short time only. Thread-safe.
 */
final class NearCopies implements AutoCloseable {

    private final MemoryStore<NearCopy> copies;
    private final ChangeWatch watch;
    private final @Nullable NearNodes nodes;
    private final @Nullable StrictInvalidation strict;
    private final @Nullable Heartbeat heartbeat;
    private final @Nullable Duration ttl;
    private final long ttlNanos;
    private final LongSupplier nanoTime;

    /**
     * A moment before a lookup in the backend.
     *
     * @param moment the moment in the history of the backend
     * @param nanos the time
     */
    record Before(ChangeWatch.Moment moment, long nanos) {}

    /**
     * Lets the backend report changes.
     *
     * @param backend the backend
     * @param prefix the prefix of the keys in the backend
     * @param settings the limits
     * @param timing the clocks
     */
    NearCopies(CacheStore backend, String prefix, NearSettings settings, Timing timing) {
        this.copies = new MemoryStore<>(settings.maximumBytes(), timing.clock());
        this.nanoTime = timing.nanoTime();
        this.watch = new ChangeWatch(settings, timing);
        Optional<ChangeFeed> feed = backend.reportChanges(watch);
        if (feed.isPresent()) {
            SecureRandom random = new SecureRandom();
            NearKeys keys = NearKeys.of(prefix);
            this.nodes = settings.strict()
                    ? new NearNodes(backend, feed.get(), keys, settings.maximumLag(), timing, random)
                    : null;
            this.strict = nodes == null
                    ? null
                    : new StrictInvalidation(backend, nodes, keys, settings.maximumLag(), timing, random);
            this.heartbeat = new Heartbeat(nodes == null ? feed.get() : nodes, watch, settings.maximumLag(), timing);
            this.ttl = settings.ttl();
        } else {
            this.nodes = null;
            this.strict = null;
            this.heartbeat = null;
            this.ttl = settings.ttl() == null ? NearSettings.TTL_WITHOUT_FEED : settings.ttl();
            // There is nothing to wait for: the time to live alone limits the use of copies.
            watch.ask().confirmed();
        }
        this.ttlNanos = ttl == null ? Long.MAX_VALUE : ttl.toNanos();
    }

    /** Begins to ask the backend whether it has reported everything. */
    void start() {
        Heartbeat beats = heartbeat;
        if (beats == null) {
            return;
        }
        NearNodes listed = nodes;
        if (listed != null) {
            watch.hear(changed -> {
                if (listed.isAsked(changed)) {
                    beats.beatNow();
                }
            });
        }
        beats.beatNow();
    }

    /** {@return a stage that completes when no node uses a copy from before an invalidation that is confirmed now} */
    CompletionStage<Void> complete() {
        return strict == null ? CompletableFuture.completedFuture(null) : strict.complete();
    }

    /** {@return the copy that answers a lookup, or null if there is none} */
    @Nullable
    NearCopy find(CacheKey key, StoreRequest request) {
        NearCopy copy = copies.get(key.canonical());
        if (copy == null) {
            return null;
        }
        long now = nanoTime.getAsLong();
        if (heartbeat != null && !watch.isComplete(now)) {
            return null;
        }
        if (!copy.isUnchanged(watch)) {
            copies.remove(key.canonical());
            return null;
        }
        return copy.isYounger(ttlNanos, now) && copy.covers(request) ? copy : null;
    }

    /** {@return the present moment, or null if what is read now cannot be kept} */
    @Nullable
    Before before() {
        ChangeWatch.Moment moment = watch.moment();
        return moment == null ? null : new Before(moment, nanoTime.getAsLong());
    }

    /** Keeps an entry unless it has changed since it was read: an outdated copy would take the place of a newer one. */
    void keep(CacheKey key, RemoteCopy entry, Before before) {
        NearCopy copy = new NearCopy(entry, watch.buckets(entry.backendKeys()), before, expiry(entry));
        if (copy.isUnchanged(watch)) {
            copies.put(key.canonical(), copy);
            recountWhenCompressed(key, copy);
        }
    }

    /** Applies the time to live of copies by the time of day too: while a machine is suspended, the other clock may stand still. */
    private long expiry(RemoteCopy entry) {
        return ttl == null ? entry.expiresAtMillis() : Math.min(entry.expiresAtMillis(), copies.expiresAt(ttl));
    }

    private void recountWhenCompressed(CacheKey key, NearCopy copy) {
        if (copy.entry() instanceof Entry.Response stored && stored.response().lacksCompressedBody()) {
            stored.response().onCompression(() -> copies.recount(key.canonical(), NearCopy::recounted));
        }
    }

    /** Records changes that this node makes. */
    void changed(Collection<String> keys) {
        watch.changedHere(keys);
    }

    /** {@return whether the backend reports changes} */
    boolean areReported() {
        return heartbeat != null;
    }

    NearStatistics statistics() {
        String reason = heartbeat == null ? null : watch.incompleteReason();
        return new NearStatistics(reason == null, reason, copies.size(), copies.bytes(), watch.gaps());
    }

    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.close();
        }
        if (nodes != null) {
            nodes.leave();
        }
        copies.clear();
    }
}
