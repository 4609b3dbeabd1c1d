package io.httpcached.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MemoryEntryStoreTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final List<String> TAGS = List.of("tag:a", "tag:b");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TagSnapshot FOREIGN = (earlier, tags) -> true;

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);

    @Test
    void findsAnEntryWithItsTagsUntilItExpires() {
        Entry entry = entry();
        assertThat(put(entry, lookup().snapshot())).isTrue();
        assertThat(lookup().entry()).isSameAs(entry);
        assertThat(lookup().tags()).isEqualTo(TAGS);
        clock.advance(MINUTE.minusMillis(1));
        assertThat(lookup().entry()).isSameAs(entry);
        clock.advance(Duration.ofMillis(1));
        assertThat(lookup().entry()).isNull();
        assertThat(store.size()).isZero();
    }

    @Test
    void removesAnEntry() {
        put(entry(), lookup().snapshot());
        assertThat(store.remove(KEY, StoreRequest.of(List.of(), new Deadline())).toCompletableFuture())
                .isCompleted();
        assertThat(lookup().entry()).isNull();
    }

    @Test
    void removesAllEntriesWhenItIsClosed() {
        put(entry(), lookup().snapshot());
        store.close();
        assertThat(store.size()).isZero();
        assertThat(store.bytes()).isZero();
    }

    @Test
    void findsNoEntryAfterTheInvalidationOfAnyOfItsTags() {
        for (String tag : TAGS) {
            put(entry(), lookup().snapshot());
            invalidate(tag, InvalidationMode.REMOVE);
            assertThat(lookup().entry()).isNull();
            assertThat(lookup().tags()).isEmpty();
        }
    }

    @Test
    void findsNoEntryAfterTheInvalidationOfATagThatOnlyTheRequestHas() {
        Entry entry = entry();
        put(entry, lookup().snapshot());
        invalidate("tag:c", InvalidationMode.REMOVE);
        assertThat(lookup().entry()).isSameAs(entry);
        StoreRequest other = StoreRequest.of(List.of("tag:c"), new Deadline());
        assertThat(store.lookup(KEY, other).toCompletableFuture().join().entry())
                .isNull();
    }

    @Test
    void storesNothingThatWasInvalidatedSinceItsLookup() {
        TagSnapshot before = lookup().snapshot();
        invalidate("tag:c", InvalidationMode.REMOVE);
        assertThat(put(entry(), before)).isTrue();
        invalidate("tag:b", InvalidationMode.REMOVE);
        assertThat(put(entry(), before)).isFalse();
        assertThat(put(entry(), FOREIGN)).isFalse();
    }

    @Test
    void marksAnEntryStaleAtTheTimeOfASoftInvalidation() {
        put(entry(), lookup().snapshot());
        clock.advance(Duration.ofSeconds(5));
        invalidate("tag:b", InvalidationMode.MARK_STALE);
        clock.advance(Duration.ofSeconds(2));
        StoredResponse marked = ((Entry.Response) Objects.requireNonNull(lookup().entry())).response();
        assertThat(marked.ageAt(clock.millis())).isEqualTo(602);
    }

    @Test
    void aSoftInvalidationDoesNotAffectTheNamesOfVaryingFields() {
        Entry variants = new Entry.Variants(List.of(RequestPart.field("accept")));
        put(variants, lookup().snapshot());
        invalidate("tag:b", InvalidationMode.MARK_STALE);
        assertThat(lookup().entry()).isSameAs(variants);
    }

    @Test
    void aSnapshotShowsInvalidationsOfBothKinds() {
        for (InvalidationMode mode : InvalidationMode.values()) {
            TagSnapshot before = lookup().snapshot();
            assertThat(lookup().snapshot().unchangedSince(before, TAGS)).isTrue();
            invalidate("tag:b", mode);
            assertThat(lookup().snapshot().unchangedSince(before, TAGS)).isFalse();
            assertThat(lookup().snapshot().unchangedSince(before, List.of("tag:c")))
                    .isTrue();
            assertThat(lookup().snapshot().unchangedSince(FOREIGN, List.of())).isFalse();
        }
    }

    @Test
    void countsBodyFieldsKeyAndTags() {
        put(entry(), lookup().snapshot());
        long response = ((Entry.Response) entry()).response().footprint();
        int overhead = 124 + 80 + KEY.canonical().length();
        int tags = 2 * (44 + "tag:a".length());
        assertThat(store.bytes()).isEqualTo(overhead + response + tags);
        put(new Entry.Variants(List.of(RequestPart.field("accept"))), lookup().snapshot());
        assertThat(store.bytes()).isEqualTo(overhead + 200 + tags);
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void grantsEachRequestALease() {
        Lease lease = store.lease(KEY, StoreRequest.of(TAGS, new Deadline()), lookup().snapshot())
                .toCompletableFuture()
                .join()
                .orElseThrow();
        assertThat(lease).isNotSameAs(Lease.NOT_NEEDED);
        lease.releaseAfter(CompletableFuture.completedFuture(null));
    }

    private LookupResult lookup() {
        return store.lookup(KEY, StoreRequest.of(TAGS, new Deadline()))
                .toCompletableFuture()
                .join();
    }

    private boolean put(Entry entry, TagSnapshot snapshot) {
        return store.put(KEY, entry, TAGS, snapshot, MINUTE, new Deadline())
                .kept()
                .toCompletableFuture()
                .join();
    }

    private void invalidate(String tag, InvalidationMode mode) {
        assertThat(store.invalidate(List.of(tag), mode).toCompletableFuture()).isCompleted();
    }

    private Entry entry() {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        return new Entry.Response(
                new StoredResponse(200, Fields.of("A", "b"), new byte[10], lifetime, clock.millis(), clock.millis()));
    }
}
