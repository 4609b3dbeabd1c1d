package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Eviction;
import io.httpcached.engine.Finding;
import io.httpcached.engine.Generation;
import io.httpcached.engine.Slot;
import io.httpcached.engine.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Many entries that all carry one tag. */
final class TaggedEntries {

    private static final List<String> TAGS = List.of(Tags.named("shared by all"));
    private static final int AT_ONCE = 1_000;
    private static final int LOOKED_AT = 1_000;
    private static final int EVICTIONS = 101;

    private final EntryStore store;
    private final int count;

    private TaggedEntries(EntryStore store, int count) {
        this.store = store;
        this.count = count;
    }

    /** {@return entries that are in a store} */
    static TaggedEntries put(EntryStore store, int count) {
        TaggedEntries entries = new TaggedEntries(store, count);
        Slot slot = Versions.slot(0);
        Generation generation = join(store.find(key(0), () -> TAGS, 0)).generation();
        Crowd crowd = new Crowd(AT_ONCE);
        for (int i = 0; i < count; i++) {
            CacheKey key = key(i);
            crowd.begin(() ->
                    store.put(key, slot, TAGS, generation, Versions.LIFETIME).done());
        }
        crowd.await();
        return entries;
    }

    /** {@return how many of some that are looked at, spread over all, are found} */
    int found() {
        AtomicInteger found = new AtomicInteger();
        Crowd crowd = new Crowd(AT_ONCE);
        for (int i = 0; i < sample(); i++) {
            CacheKey key = key((int) ((long) i * count / sample()));
            crowd.begin(() -> store.find(key, () -> TAGS, 0).thenAccept(finding -> found.addAndGet(weight(finding))));
        }
        crowd.await();
        return found.get();
    }

    /** {@return how many are looked at} */
    int sample() {
        return Math.min(count, LOOKED_AT);
    }

    /** Evicts all of them, and {@return how long it takes until nobody finds them} */
    Duration evict(Eviction eviction) {
        long begun = System.nanoTime();
        join(store.evict(TAGS, eviction));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Evicts all of them again and again, and {@return how long it takes, in the middle}. Their tag has a generation each time. */
    Duration evictOften() {
        long[] nanos = new long[EVICTIONS];
        for (int i = 0; i < EVICTIONS; i++) {
            join(store.find(key(i), () -> TAGS, 0));
            nanos[i] = evict(Eviction.GONE).toNanos();
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[EVICTIONS / 2]);
    }

    private static int weight(Finding finding) {
        return finding.slot() == null ? 0 : 1;
    }

    private static CacheKey key(int i) {
        return CacheKey.of("entry " + i);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
