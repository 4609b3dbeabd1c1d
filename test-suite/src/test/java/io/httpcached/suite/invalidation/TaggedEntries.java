package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Many entries that carry the same tag. */
final class TaggedEntries {

    private static final List<String> TAGS = List.of(Tags.named("shared by all"));
    private static final int AT_ONCE = 1_000;
    private static final int LOOKED_AT = 1_000;
    private static final int INVALIDATIONS = 101;

    private final EntryStore store;
    private final int count;

    private TaggedEntries(EntryStore store, int count) {
        this.store = store;
        this.count = count;
    }

    /** Stores entries and returns them. */
    static TaggedEntries put(EntryStore store, int count) {
        TaggedEntries entries = new TaggedEntries(store, count);
        Entry entry = VersionedResponses.entry(0);
        TagSnapshot snapshot = join(store.lookup(key(0), request())).snapshot();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        for (int i = 0; i < count; i++) {
            CacheKey key = key(i);
            tasks.begin(() -> store.put(key, entry, TAGS, snapshot, VersionedResponses.LIFETIME, new Deadline())
                    .done());
        }
        tasks.await();
        return entries;
    }

    /** Returns how many entries of an evenly distributed sample are found. */
    int found() {
        AtomicInteger found = new AtomicInteger();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        for (int i = 0; i < sample(); i++) {
            CacheKey key = key((int) ((long) i * count / sample()));
            tasks.begin(() -> store.lookup(key, request()).thenAccept(result -> found.addAndGet(weight(result))));
        }
        tasks.await();
        return found.get();
    }

    /** Returns the size of the sample. */
    int sample() {
        return Math.min(count, LOOKED_AT);
    }

    /** Invalidates all entries and returns the time until no lookup finds them. */
    Duration invalidate(InvalidationMode invalidation) {
        long started = System.nanoTime();
        join(store.invalidate(TAGS, invalidation));
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Invalidates all entries repeatedly and returns the median time. The tag has a version each time. */
    Duration invalidateOften() {
        long[] nanos = new long[INVALIDATIONS];
        for (int i = 0; i < INVALIDATIONS; i++) {
            join(store.lookup(key(i), request()));
            nanos[i] = invalidate(InvalidationMode.REMOVE).toNanos();
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[INVALIDATIONS / 2]);
    }

    private static StoreRequest request() {
        return StoreRequest.of(TAGS, new Deadline(), true);
    }

    private static int weight(LookupResult result) {
        return result.entry() == null ? 0 : 1;
    }

    private static CacheKey key(int i) {
        return CacheKey.of("entry " + i);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
