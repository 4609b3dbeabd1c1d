package io.httpcached.engine.near;

import io.httpcached.engine.Entry;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.memory.MemoryStore;
import io.httpcached.engine.remote.RemoteCopy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A copy of a backend's entry. The answer to a lookup is made once, so a hit allocates nothing. Immutable.
 */
final class NearCopy implements MemoryStore.Value {

    /** The objects around a response, without tags. */
    private static final int COPY_BYTES = 240;

    /** A tag, its version and its bucket. */
    private static final int TAG_BYTES = 44 + 88 + 4;

    private static final int VARIANTS_BYTES = 200;

    private final LookupResult lookup;
    private final CompletionStage<LookupResult> answer;
    private final int[] buckets;
    private final ChangeWatch.Moment before;
    private final long readAtNanos;
    private final long bytes;
    private final long expiresAtMillis;

    /**
     * Creates a copy.
     *
     * @param copy the entry
     * @param buckets the buckets of the keys that it depends on
     * @param before the moment before it was read
     * @param expiresAtMillis the time when the copy expires, in milliseconds since the epoch
     */
    NearCopy(RemoteCopy copy, int[] buckets, NearCopies.Before before, long expiresAtMillis) {
        this(copy.lookup(), buckets, before.moment(), before.nanos(), expiresAtMillis);
    }

    private NearCopy(
            LookupResult lookup, int[] buckets, ChangeWatch.Moment before, long readAtNanos, long expiresAtMillis) {
        this.lookup = lookup;
        this.answer = CompletableFuture.completedStage(lookup);
        this.buckets = buckets;
        this.before = before;
        this.readAtNanos = readAtNanos;
        this.expiresAtMillis = expiresAtMillis;
        this.bytes = size(lookup);
    }

    private static long size(LookupResult lookup) {
        long bytes = COPY_BYTES
                + (lookup.entry() instanceof Entry.Response stored
                        ? stored.response().footprint()
                        : VARIANTS_BYTES);
        for (String tag : lookup.tags()) {
            bytes += TAG_BYTES + tag.length();
        }
        return bytes;
    }

    /** {@return this copy with its present size} */
    NearCopy recounted() {
        return new NearCopy(lookup, buckets, before, readAtNanos, expiresAtMillis);
    }

    /** {@return the answer to a lookup} */
    CompletionStage<LookupResult> answer() {
        return answer;
    }

    /** {@return the entry} */
    Entry entry() {
        Entry entry = lookup.entry();
        if (entry == null) {
            throw new IllegalStateException("A copy has an entry.");
        }
        return entry;
    }

    /** {@return whether nothing that the copy depends on has changed since it was read} */
    boolean isUnchanged(ChangeWatch watch) {
        return watch.unchangedSince(before, buckets);
    }

    /** {@return whether the copy was read at most some time ago} */
    boolean isYounger(long nanos, long nowNanos) {
        return nowNanos - readAtNanos <= nanos;
    }

    /** {@return whether the entry can be invalidated by every tag of a request} If not, the backend would not find it. */
    boolean covers(StoreRequest request) {
        return lookup.entry() instanceof Entry.Variants || lookup.tags().containsAll(request.tags());
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public long expiresAtMillis() {
        return expiresAtMillis;
    }
}
