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
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemoteEntryStoreTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final List<String> TAGS = List.of("path:/a", "tag:b");
    private static final Duration TTL = Duration.ofMinutes(10);

    private final FakeStore backend = new FakeStore();
    private final MutableClock clock = new MutableClock();
    private final RemoteEntryStore store = node();
    private final RemoteEntryStore otherNode = node();

    @Test
    void findsOnAnotherNodeAnEntryThatOneHasPut() {
        put(store, lookup(store).snapshot(), "1");
        assertThat(body(lookup(otherNode))).isEqualTo("1");
    }

    @Test
    void needsOneOperationForAHit() {
        put(store, lookup(store).snapshot(), "1");
        int before = backend.asked.get();
        assertThat(body(lookup(store))).isEqualTo("1");
        assertThat(backend.asked.get() - before).isEqualTo(1);
    }

    @Test
    void givesAllLookupsTheSameTagVersions() {
        TagSnapshot first = lookup(store).snapshot();
        TagSnapshot second = lookup(otherNode).snapshot();
        assertThat(second.unchangedSince(first, TAGS)).isTrue();
    }

    @Test
    void findsNoEntryThatWasInvalidatedByAnyOfItsTags() {
        for (String tag : TAGS) {
            put(store, lookup(store).snapshot(), "1");
            await(otherNode.invalidate(List.of(tag), InvalidationMode.REMOVE));
            assertThat(lookup(store).entry()).isNull();
        }
    }

    @Test
    void findsNoEntryThatWasComputedBeforeAnInvalidationAndStoredAfterIt() {
        TagSnapshot before = lookup(store).snapshot();
        await(otherNode.invalidate(List.of("tag:b"), InvalidationMode.REMOVE));
        put(store, before, "old");
        assertThat(lookup(store).entry()).isNull();
        assertThat(lookup(otherNode).entry()).isNull();
    }

    @Test
    void letsNoRequestJoinAFetchFromBeforeAnInvalidation() {
        TagSnapshot before = lookup(store).snapshot();
        await(otherNode.invalidate(List.of("path:/a"), InvalidationMode.REMOVE));
        assertThat(lookup(store).snapshot().unchangedSince(before, TAGS)).isFalse();
    }

    @Test
    void revivesNothingWhenTheBackendLosesATagVersion() {
        TagSnapshot before = lookup(store).snapshot();
        put(store, before, "old");
        backend.values.keySet().removeIf(key -> key.startsWith("p:v:"));
        assertThat(lookup(store).entry()).isNull();
        put(store, before, "old");
        assertThat(lookup(store).entry()).isNull();
        backend.values.keySet().removeIf(key -> key.startsWith("p:v:"));
        assertThat(lookup(store).entry()).isNull();
    }

    @Test
    void usesTheTagVersionThatAnotherNodeWasFasterToCreate() {
        Duration enough = Duration.ofHours(1);
        backend.hanging = true;
        CompletionStage<LookupResult> mine = node(enough).lookup(KEY, request(TAGS));
        CompletionStage<LookupResult> theirs = node(enough).lookup(KEY, request(TAGS));
        backend.hanging = false;
        List<Runnable> waiting = List.copyOf(backend.held);
        backend.held.clear();
        waiting.forEach(Runnable::run);
        assertThat(await(mine).snapshot().unchangedSince(await(theirs).snapshot(), TAGS))
                .isTrue();
    }

    @Test
    void findsNoExpiredEntryHoweverLongTheBackendKeepsIt() {
        put(store, lookup(store).snapshot(), "1");
        clock.advance(TTL.minusMillis(1));
        assertThat(body(lookup(store))).isEqualTo("1");
        clock.advance(Duration.ofMillis(1));
        assertThat(lookup(store).entry()).isNull();
    }

    @Test
    void treatsAMalformedEntryAsAMiss() {
        put(store, lookup(store).snapshot(), "1");
        backend.values.replaceAll((key, value) -> key.startsWith("p:e:") ? "garbage".getBytes(UTF_8) : value);
        assertThat(lookup(store).entry()).isNull();
        assertThat(store.statistics().entriesNotUnderstood()).isEqualTo(1);
    }

    @Test
    void treatsTheEntryOfAnotherKeyAsAMiss() {
        CacheKey otherKey = CacheKey.of("other");
        put(store, lookup(store).snapshot(), "1");
        await(store.lookup(otherKey, request(TAGS)));
        byte[] entry = Objects.requireNonNull(backend.values.get("p:e:" + KEY.digest()));
        backend.values.put("p:e:" + otherKey.digest(), entry);
        assertThat(await(store.lookup(otherKey, request(TAGS))).entry()).isNull();
        assertThat(body(lookup(store))).isEqualTo("1");
    }

    @Test
    void findsNoEntryThatWasPutBeforeItsRouteHadATag() {
        put(store, lookup(store).snapshot(), "1");
        List<String> more = List.of("path:/a", "tag:b", "tag:new");
        assertThat(await(store.lookup(KEY, request(more))).entry()).isNull();
    }

    @Test
    void treatsAMalformedTagVersionAsMissing() {
        put(store, lookup(store).snapshot(), "1");
        backend.values.replaceAll((key, value) -> key.startsWith("p:v:") ? new byte[3] : value);
        assertThat(lookup(store).entry()).isNull();
        assertThat(put(store, lookup(store).snapshot(), "2")).isFalse();
    }

    @Test
    void removesThePreviousEntryWhenTheNewOneIsTooLarge() {
        put(store, lookup(store).snapshot(), "small");
        backend.maximumValueSize = 10;
        assertThat(put(store, lookup(store).snapshot(), "large")).isFalse();
        assertThat(lookup(store).entry()).isNull();
        assertThat(store.statistics().entriesTooLarge()).isEqualTo(1);
    }

    @Test
    void reportsTheFailureOfTheBackendWithTheMiss() {
        backend.failure = new IllegalStateException("connection refused");
        LookupResult result = lookup(store);
        assertThat(result.entry()).isNull();
        assertThat(result.storeFailure()).isEqualTo("backend unavailable");
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: connection refused");
    }

    @Test
    void treatsAThrownExceptionAsAFailure() {
        backend.failure = new IllegalStateException("no");
        backend.throwing = true;
        assertThat(lookup(store).storeFailure()).isEqualTo("backend unavailable");
        backend.throwing = false;
        backend.failure = null;
        TagSnapshot snapshot = lookup(store).snapshot();
        backend.failure = new IllegalStateException("no");
        backend.throwing = true;
        assertThat(put(store, snapshot, "1")).isTrue();
        assertThat(store.statistics().writesFailed()).isEqualTo(1);
    }

    @Test
    void storesAndSharesNothingThatBeganWhileTheBackendFailed() {
        backend.failure = new IllegalStateException("no");
        TagSnapshot first = lookup(store).snapshot();
        TagSnapshot second = lookup(store).snapshot();
        backend.failure = null;
        assertThat(put(store, first, "1")).isFalse();
        assertThat(second.unchangedSince(first, TAGS)).isFalse();
        assertThat(lookup(store).snapshot().unchangedSince(first, TAGS)).isFalse();
    }

    @Test
    void waitsForAHangingBackendNoLongerThanTheTimeout() {
        backend.hanging = true;
        assertThat(lookup(store).storeFailure()).isEqualTo("backend unavailable");
        assertThat(store.statistics().lastFailure()).isEqualTo("no answer within 20 ms");
    }

    @Test
    void doesNotUseABackendThatKeepsFailing() {
        backend.failure = new IllegalStateException("no");
        for (int i = 0; i < 3; i++) {
            lookup(store);
        }
        int before = backend.asked.get();
        lookup(store);
        assertThat(backend.asked.get()).isEqualTo(before);
        assertThat(store.statistics().available()).isFalse();
    }

    @Test
    void findsEntriesInABackendThatRefusesAllWrites() {
        put(store, lookup(store).snapshot(), "1");
        backend.readOnly = true;
        for (int i = 0; i < 10; i++) {
            List<String> otherTags = List.of("tag:other" + i);
            LookupResult other = await(store.lookup(CacheKey.of("other"), request(otherTags)));
            assertThat(other.storeFailure()).isEqualTo("backend unavailable");
            put(store, lookup(store).snapshot(), "2");
        }
        assertThat(body(lookup(store))).isEqualTo("1");
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: read-only");
        assertThat(store.statistics().writesFailed()).isEqualTo(10);
    }

    @Test
    void findsNoEntryWhoseInvalidationTheBackendDidNotConfirm() {
        put(store, lookup(store).snapshot(), "1");
        backend.readOnly = true;
        assertThat(store.invalidate(List.of("tag:b"), InvalidationMode.REMOVE))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class);
        assertThat(lookup(store).entry()).isNull();
        assertThat(lookup(store).storeFailure()).isEqualTo("invalidation unconfirmed");
        assertThat(put(store, lookup(store).snapshot(), "2")).isFalse();
        assertThat(store.statistics().unconfirmedInvalidations()).isEqualTo(1);
    }

    @Test
    void failsAnInvalidationThatTheBackendDoesNotConfirm() {
        backend.failure = new IllegalStateException("no");
        assertThat(store.invalidate(TAGS, InvalidationMode.REMOVE))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class);
    }

    @Test
    void boundsTheSizeOfPendingWrites() {
        TagSnapshot snapshot = lookup(store).snapshot();
        backend.hanging = true;
        int begun = 0;
        while (put(store, snapshot, "x".repeat(100)) && begun < 100) {
            begun++;
        }
        assertThat(begun).isBetween(5, 15);
        assertThat(store.statistics().writesDropped()).isEqualTo(1);
        backend.release();
        assertThat(put(otherNode, lookup(otherNode).snapshot(), "x")).isTrue();
    }

    private RemoteEntryStore node() {
        return node(Duration.ofMillis(20));
    }

    private RemoteEntryStore node(Duration timeout) {
        RemoteSettings settings =
                new RemoteSettings(timeout, "p:", "", Duration.ofDays(7), 2000, Duration.ZERO, 3, Duration.ofHours(1));
        return new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }

    private static StoreRequest request(List<String> tags) {
        return StoreRequest.of(tags, new Deadline());
    }

    private static LookupResult lookup(RemoteEntryStore node) {
        return await(node.lookup(KEY, request(TAGS)));
    }

    private boolean put(RemoteEntryStore node, TagSnapshot snapshot, String body) {
        StoredResponse response = new StoredResponse(
                200,
                Fields.EMPTY,
                body.getBytes(UTF_8),
                new Lifetime(600, 0, 0, 0, false, false, false, true),
                clock.millis(),
                clock.millis());
        return node.put(KEY, new Entry.Response(response), TAGS, snapshot, TTL, new Deadline())
                .kept()
                .toCompletableFuture()
                .join();
    }

    private static @Nullable String body(LookupResult result) {
        return result.entry() instanceof Entry.Response entry
                ? new String(entry.response().body(), UTF_8)
                : null;
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
