package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LogLines;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RemoteWritesTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final List<String> TAGS = List.of("tag:a");
    private static final String ENTRY = "p:e:" + KEY.digest();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MAXIMUM_TTL = Duration.ofDays(7);
    private static final TagSnapshot FOREIGN = (earlier, tags) -> true;

    private final FakeStore backend = new FakeStore();
    private final MutableClock clock = new MutableClock();
    private final RemoteEntryStore store = store(2000);

    @Test
    void anEntryHasItsTimeToLiveAndItsTagVersionsTheLongestOne() {
        TagSnapshot snapshot = lookup().snapshot();
        assertThat(backend.ttls.values()).contains(Duration.ofMinutes(2), MAXIMUM_TTL);
        assertThat(put(TAGS, snapshot, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(backend.ttls).containsEntry(ENTRY, MINUTE);
        backend.ttls.keySet().removeIf(key -> key.startsWith("p:i:"));
        assertThat(backend.ttls.values()).doesNotContain(Duration.ofMinutes(2));
    }

    @Test
    void anEntryLivesNoLongerThanItsTagVersions() {
        put(TAGS, lookup().snapshot(), MAXIMUM_TTL.plusSeconds(1));
        assertThat(backend.ttls).containsEntry(ENTRY, MAXIMUM_TTL);
        clock.advance(MAXIMUM_TTL);
        assertThat(lookup().entry()).isNull();
    }

    @Test
    void anEntryWithoutATimeToLiveIsNotWritten() {
        TagSnapshot snapshot = lookup().snapshot();
        assertThat(put(TAGS, snapshot, Duration.ZERO).kept().toCompletableFuture())
                .isCompletedWithValue(false);
        assertThat(put(TAGS, snapshot, Duration.ofSeconds(-1)).kept().toCompletableFuture())
                .isCompletedWithValue(false);
        assertThat(backend.values).doesNotContainKey(ENTRY);
    }

    @Test
    void theSnapshotOfAnotherStoreAllowsNeitherAWriteNorALease() {
        assertThat(put(TAGS, FOREIGN, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(store.lease(KEY, request(TAGS), FOREIGN)
                        .toCompletableFuture()
                        .join())
                .contains(Lease.NOT_NEEDED);
        assertThat(backend.asked).hasValue(0);
    }

    @Test
    void aFailedWriteIsCountedAndDone() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.failure = new IllegalStateException("no");
        WriteResult written = put(TAGS, snapshot, MINUTE);
        assertThat(written.kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(written.done().toCompletableFuture()).isCompleted();
        assertThat(store.statistics().writesFailed()).isEqualTo(1);
        assertThat(store.statistics().writesDropped()).isZero();
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: no");
        assertThat(store.statistics().available()).isTrue();
    }

    @Test
    void nothingIsWrittenToABackendThatKeepsFailing() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.failure = new IllegalStateException("no");
        for (int i = 0; i < 3; i++) {
            lookup();
        }
        assertThat(put(TAGS, snapshot, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(put(List.of("tag:a", "tag:late"), snapshot, MINUTE).kept().toCompletableFuture())
                .isCompletedWithValue(false);
        assertThat(store.statistics().writesDropped()).isEqualTo(2);
    }

    @Test
    void aPendingWriteIsDoneWhenTheBackendHasIt() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.hanging = true;
        CompletableFuture<?> done = put(TAGS, snapshot, MINUTE).done().toCompletableFuture();
        assertThat(done).isNotDone();
        backend.release();
        assertThat(done).isCompleted();
        assertThat(lookup().entry()).isNotNull();
    }

    @Test
    void aWriteWithLateTagsIsDoneWhenTheBackendHasIt() {
        TagSnapshot snapshot = lookup().snapshot();
        WriteResult written = put(List.of("tag:a", "tag:late"), snapshot, MINUTE);
        assertThat(written.kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(written.done().toCompletableFuture()).isCompleted();
        assertThat(lookup().tags()).containsExactly("tag:a", "tag:late");
        assertThat(store.statistics().writesDropped()).isZero();
        assertThat(store.statistics().writesFailed()).isZero();
    }

    @Test
    void aWriteWithLateTagsAfterAnInvalidationIsDropped() {
        TagSnapshot snapshot = lookup().snapshot();
        await(store.invalidate(List.of("tag:late"), InvalidationMode.REMOVE));
        WriteResult written = put(List.of("tag:a", "tag:late"), snapshot, MINUTE);
        assertThat(written.kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(written.done().toCompletableFuture()).isCompleted();
        assertThat(backend.values).doesNotContainKey(ENTRY);
        assertThat(store.statistics().writesDropped()).isEqualTo(1);
    }

    @Test
    void aWriteWithLateTagsAfterTheInvalidationOfOthersIsKept() {
        TagSnapshot snapshot = lookup().snapshot();
        await(store.invalidate(List.of("tag:x"), InvalidationMode.REMOVE));
        WriteResult written = put(List.of("tag:a", "tag:late"), snapshot, MINUTE);
        assertThat(written.kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(backend.values).containsKey(ENTRY);
    }

    @Test
    void aRequestWaitsForTheCheckOfLateTagsUntilItsDeadline() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.hanging = true;
        Deadline spent = new Deadline();
        spent.addWait(Duration.ofSeconds(5).toNanos());
        WriteResult late = put(store, List.of("tag:a", "tag:late"), snapshot, MINUTE, spent);
        WriteResult early = put(List.of("tag:a", "tag:late"), snapshot, MINUTE);
        assertThat(late.kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(early.kept().toCompletableFuture()).isNotDone();
        backend.release();
        assertThat(early.kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(lookup().entry()).isNotNull();
    }

    @Test
    void aFailedWriteWithLateTagsIsCounted() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.failure = new IllegalStateException("no");
        WriteResult written = put(List.of("tag:a", "tag:late"), snapshot, MINUTE);
        assertThat(written.kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(written.done().toCompletableFuture()).isCompleted();
        assertThat(store.statistics().writesFailed()).isEqualTo(1);
    }

    @Test
    void aLateTagWhoseInvalidationIsUnconfirmedPreventsTheWrite() {
        TagSnapshot snapshot = lookup().snapshot();
        backend.readOnly = true;
        assertThat(store.invalidate(List.of("tag:late"), InvalidationMode.REMOVE)
                        .toCompletableFuture())
                .isCompletedExceptionally();
        backend.readOnly = false;
        assertThat(put(List.of("tag:a", "tag:late"), snapshot, MINUTE).kept().toCompletableFuture())
                .isCompletedWithValue(false);
        assertThat(store.statistics().writesDropped()).isEqualTo(1);
    }

    @Test
    void anEntryWithATagWhoseInvalidationIsUnconfirmedIsNotFound() {
        put(List.of("tag:a", "tag:late"), lookup().snapshot(), MINUTE);
        assertThat(lookup().entry()).isNotNull();
        backend.readOnly = true;
        assertThat(store.invalidate(List.of("tag:late"), InvalidationMode.REMOVE)
                        .toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(lookup().entry()).isNull();
        assertThat(lookup().storeFailure()).isEqualTo("invalidation unconfirmed");
    }

    @Test
    void anEntryOfTheLargestSizeIsWrittenAndALargerOneIsCounted() {
        TagSnapshot snapshot = lookup().snapshot();
        put(TAGS, snapshot, MINUTE);
        backend.maximumValueSize = bytes(ENTRY).length;
        assertThat(put(TAGS, snapshot, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(true);
        backend.maximumValueSize--;
        assertThat(put(TAGS, snapshot, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(backend.values).doesNotContainKey(ENTRY);
        assertThat(store.statistics().entriesTooLarge()).isEqualTo(1);
    }

    /** The bytes of an earlier write are released when it ends. */
    @Test
    void writesInARowDoNotAddUp() {
        TagSnapshot snapshot = lookup().snapshot();
        for (int i = 0; i < 100; i++) {
            assertThat(put(TAGS, snapshot, MINUTE).kept().toCompletableFuture()).isCompletedWithValue(true);
        }
        assertThat(store.statistics().writesDropped()).isZero();
    }

    @Test
    void pendingWritesTakeUpNoMoreThanTheMaximum() {
        put(TAGS, lookup().snapshot(), MINUTE);
        RemoteEntryStore bounded = store(2L * bytes(ENTRY).length);
        for (int round = 0; round < 2; round++) {
            TagSnapshot snapshot = await(bounded.lookup(KEY, request(TAGS))).snapshot();
            backend.hanging = true;
            assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                    .isCompletedWithValue(true);
            assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                    .isCompletedWithValue(true);
            assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                    .isCompletedWithValue(false);
            assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                    .isCompletedWithValue(false);
            backend.release();
        }
        assertThat(bounded.statistics().writesDropped()).isEqualTo(4);
    }

    /** An entry that is larger than the maximum alone is written if nothing else is pending. */
    @Test
    void onePendingWriteIsAlwaysAllowed() {
        RemoteEntryStore bounded = store(1);
        TagSnapshot snapshot = await(bounded.lookup(KEY, request(TAGS))).snapshot();
        assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                .isCompletedWithValue(true);
        assertThat(put(bounded, TAGS, snapshot, MINUTE).kept().toCompletableFuture())
                .isCompletedWithValue(true);
    }

    @Test
    void aLookupThatCannotCreateTagVersionsRecordsTheFailure() {
        backend.readOnly = true;
        assertThat(lookup().storeFailure()).isEqualTo("backend unavailable");
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: read-only");
        assertThat(store.statistics().writesFailed()).isZero();
    }

    @Test
    void anEntryIsRemoved() {
        put(TAGS, lookup().snapshot(), MINUTE);
        assertThat(store.remove(KEY, StoreRequest.of(List.of(), new Deadline())).toCompletableFuture())
                .isCompleted();
        assertThat(lookup().entry()).isNull();
        backend.failure = new IllegalStateException("no");
        assertThat(store.remove(KEY, StoreRequest.of(List.of(), new Deadline())).toCompletableFuture())
                .isCompletedWithValue(null);
    }

    @Test
    void warmingUpAsksForOneValue() {
        store.warmUp();
        assertThat(backend.gets).hasValue(1);
        backend.failure = new IllegalStateException("no");
        store.warmUp();
        assertThat(store.statistics().lastFailure()).isNull();
    }

    @Test
    void closingClosesTheBackendAndReportsWhatIsUnconfirmed() {
        backend.readOnly = true;
        assertThat(store.invalidate(List.of("tag:a", "tag:b"), InvalidationMode.REMOVE)
                        .toCompletableFuture())
                .isCompletedExceptionally();
        try (LogLines log = new LogLines("io.httpcached.backend")) {
            store.close();
            assertThat(log.all())
                    .containsExactly("ERROR Backend fake did not confirm the invalidation of 2 tags, which is given up."
                            + " It may serve outdated entries.");
        }
        assertThat(backend.closed).isTrue();
    }

    @Test
    void aHitWithoutAPositionInTheLogOfInvalidationsCreatesIt() {
        put(TAGS, lookup().snapshot(), MINUTE);
        backend.values.remove("p:i");
        assertThat(lookup().entry()).isNotNull();
        assertThat(backend.values).containsKey("p:i");
        int asked = backend.asked.get();
        assertThat(lookup().entry()).isNotNull();
        assertThat(backend.asked.get() - asked).isEqualTo(1);
    }

    private RemoteEntryStore store(long maximumPendingBytes) {
        RemoteSettings settings = new RemoteSettings(
                Duration.ofSeconds(5), "p:", "", MAXIMUM_TTL, maximumPendingBytes, MINUTE, 3, Duration.ofHours(1));
        return new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }

    private byte[] bytes(String key) {
        return Objects.requireNonNull(backend.values.get(key));
    }

    private LookupResult lookup() {
        return await(store.lookup(KEY, request(TAGS)));
    }

    private static StoreRequest request(List<String> tags) {
        return StoreRequest.of(tags, new Deadline());
    }

    private WriteResult put(List<String> tags, TagSnapshot snapshot, Duration ttl) {
        return put(store, tags, snapshot, ttl);
    }

    private WriteResult put(RemoteEntryStore node, List<String> tags, TagSnapshot snapshot, Duration ttl) {
        return put(node, tags, snapshot, ttl, new Deadline());
    }

    private WriteResult put(
            RemoteEntryStore node, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        StoredResponse response = new StoredResponse(
                200,
                Fields.EMPTY,
                "one".getBytes(UTF_8),
                new Lifetime(600, 0, 0, 0, false, false, false, true),
                clock.millis(),
                clock.millis());
        return node.put(KEY, new Entry.Response(response), tags, snapshot, ttl, deadline);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
