package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LookupResult;
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
    void findsOnAnotherNodeWhatOneHasPut() {
        put(store, find(store).snapshot(), "1");
        assertThat(body(find(otherNode))).isEqualTo("1");
    }

    @Test
    void asksOnceForAHit() {
        put(store, find(store).snapshot(), "1");
        int before = backend.asked.get();
        assertThat(body(find(store))).isEqualTo("1");
        assertThat(backend.asked.get() - before).isEqualTo(1);
    }

    @Test
    void givesAllWhoLookTheSameGeneration() {
        TagSnapshot first = find(store).snapshot();
        TagSnapshot second = find(otherNode).snapshot();
        assertThat(second.unchangedSince(first, TAGS)).isTrue();
    }

    @Test
    void findsNothingThatWasInvalidatedByAnyOfItsTags() {
        for (String tag : TAGS) {
            put(store, find(store).snapshot(), "1");
            await(otherNode.invalidate(List.of(tag), InvalidationMode.REMOVE));
            assertThat(find(store).entry()).isNull();
        }
    }

    @Test
    void findsNothingThatWasComputedBeforeAnInvalidationAndStoredAfterIt() {
        TagSnapshot before = find(store).snapshot();
        await(otherNode.invalidate(List.of("tag:b"), InvalidationMode.REMOVE));
        put(store, before, "old");
        assertThat(find(store).entry()).isNull();
        assertThat(find(otherNode).entry()).isNull();
    }

    @Test
    void doesNotLetAnyoneJoinAComputationFromBeforeAnInvalidation() {
        TagSnapshot before = find(store).snapshot();
        await(otherNode.invalidate(List.of("path:/a"), InvalidationMode.REMOVE));
        assertThat(find(store).snapshot().unchangedSince(before, TAGS)).isFalse();
    }

    @Test
    void revivesNothingWhenTheBackendLosesAGeneration() {
        TagSnapshot before = find(store).snapshot();
        put(store, before, "old");
        backend.values.keySet().removeIf(key -> key.startsWith("p:g:"));
        assertThat(find(store).entry()).isNull();
        put(store, before, "old");
        assertThat(find(store).entry()).isNull();
        backend.values.keySet().removeIf(key -> key.startsWith("p:g:"));
        assertThat(find(store).entry()).isNull();
    }

    @Test
    void stampsWithTheGenerationThatAnotherNodeWasFasterToMake() {
        Duration enough = Duration.ofHours(1);
        backend.hanging = true;
        CompletionStage<LookupResult> mine = node(enough).lookup(KEY, () -> TAGS, 0);
        CompletionStage<LookupResult> theirs = node(enough).lookup(KEY, () -> TAGS, 0);
        backend.hanging = false;
        List<Runnable> waiting = List.copyOf(backend.held);
        backend.held.clear();
        waiting.forEach(Runnable::run);
        assertThat(await(mine).snapshot().unchangedSince(await(theirs).snapshot(), TAGS))
                .isTrue();
    }

    @Test
    void findsNothingThatHasOutlivedItsTimeHoweverLongTheBackendKeepsIt() {
        put(store, find(store).snapshot(), "1");
        clock.advance(TTL.minusMillis(1));
        assertThat(body(find(store))).isEqualTo("1");
        clock.advance(Duration.ofMillis(1));
        assertThat(find(store).entry()).isNull();
    }

    @Test
    void takesWhatItDoesNotUnderstandForNothing() {
        put(store, find(store).snapshot(), "1");
        backend.values.replaceAll((key, value) -> key.startsWith("p:e:") ? "garbage".getBytes(UTF_8) : value);
        assertThat(find(store).entry()).isNull();
        assertThat(store.statistics().entriesNotUnderstood()).isEqualTo(1);
    }

    @Test
    void takesTheEntryOfAnotherKeyForNothing() {
        CacheKey otherKey = CacheKey.of("other");
        put(store, find(store).snapshot(), "1");
        await(store.lookup(otherKey, () -> TAGS, 0));
        byte[] entry = Objects.requireNonNull(backend.values.get("p:e:" + KEY.digest()));
        backend.values.put("p:e:" + otherKey.digest(), entry);
        assertThat(await(store.lookup(otherKey, () -> TAGS, 0)).entry()).isNull();
        assertThat(body(find(store))).isEqualTo("1");
    }

    @Test
    void findsNothingThatWasPutBeforeItsRouteHadATag() {
        put(store, find(store).snapshot(), "1");
        List<String> more = List.of("path:/a", "tag:b", "tag:new");
        assertThat(await(store.lookup(KEY, () -> more, 0)).entry()).isNull();
    }

    @Test
    void takesAGenerationThatItDoesNotUnderstandForNone() {
        put(store, find(store).snapshot(), "1");
        backend.values.replaceAll((key, value) -> key.startsWith("p:g:") ? new byte[3] : value);
        assertThat(find(store).entry()).isNull();
        assertThat(put(store, find(store).snapshot(), "2")).isFalse();
    }

    @Test
    void removesWhatAnEntryReplacesThatIsTooLarge() {
        put(store, find(store).snapshot(), "small");
        backend.maximumValueSize = 10;
        assertThat(put(store, find(store).snapshot(), "large")).isFalse();
        assertThat(find(store).entry()).isNull();
        assertThat(store.statistics().entriesTooLarge()).isEqualTo(1);
    }

    @Test
    void saysWhyItFoundNothingWhenTheBackendFails() {
        backend.failure = new IllegalStateException("connection refused");
        LookupResult finding = find(store);
        assertThat(finding.entry()).isNull();
        assertThat(finding.detail()).isEqualTo("backend unavailable");
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: connection refused");
    }

    @Test
    void takesAnExceptionThatIsThrownForAFailure() {
        backend.failure = new IllegalStateException("no");
        backend.throwing = true;
        assertThat(find(store).detail()).isEqualTo("backend unavailable");
        backend.throwing = false;
        backend.failure = null;
        TagSnapshot snapshot = find(store).snapshot();
        backend.failure = new IllegalStateException("no");
        backend.throwing = true;
        assertThat(put(store, snapshot, "1")).isTrue();
        assertThat(store.statistics().writesFailed()).isEqualTo(1);
    }

    @Test
    void storesAndSharesNothingThatBeganWhileTheBackendFailed() {
        backend.failure = new IllegalStateException("no");
        TagSnapshot first = find(store).snapshot();
        TagSnapshot second = find(store).snapshot();
        backend.failure = null;
        assertThat(put(store, first, "1")).isFalse();
        assertThat(second.unchangedSince(first, TAGS)).isFalse();
        assertThat(find(store).snapshot().unchangedSince(first, TAGS)).isFalse();
    }

    @Test
    void waitsForAHangingBackendNoLongerThanItsBudget() {
        backend.hanging = true;
        assertThat(find(store).detail()).isEqualTo("backend unavailable");
        assertThat(store.statistics().lastFailure()).isEqualTo("no answer within 20 ms");
    }

    @Test
    void asksABackendNoMoreThatKeepsFailing() {
        backend.failure = new IllegalStateException("no");
        for (int i = 0; i < 3; i++) {
            find(store);
        }
        int before = backend.asked.get();
        find(store);
        assertThat(backend.asked.get()).isEqualTo(before);
        assertThat(store.statistics().available()).isFalse();
    }

    @Test
    void findsWhatABackendHasThatRefusesAllWrites() {
        put(store, find(store).snapshot(), "1");
        backend.readOnly = true;
        for (int i = 0; i < 10; i++) {
            List<String> otherTags = List.of("tag:other" + i);
            LookupResult other = await(store.lookup(CacheKey.of("other"), () -> otherTags, 0));
            assertThat(other.detail()).isEqualTo("backend unavailable");
            put(store, find(store).snapshot(), "2");
        }
        assertThat(body(find(store))).isEqualTo("1");
        assertThat(store.statistics().lastFailure()).isEqualTo("IllegalStateException: read-only");
        assertThat(store.statistics().writesFailed()).isEqualTo(10);
    }

    @Test
    void findsNothingWhoseInvalidationTheBackendDidNotConfirm() {
        put(store, find(store).snapshot(), "1");
        backend.readOnly = true;
        assertThat(store.invalidate(List.of("tag:b"), InvalidationMode.REMOVE))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class);
        assertThat(find(store).entry()).isNull();
        assertThat(find(store).detail()).isEqualTo("invalidation unconfirmed");
        assertThat(put(store, find(store).snapshot(), "2")).isFalse();
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
    void boundsWhatWritesUnderWayTake() {
        TagSnapshot snapshot = find(store).snapshot();
        backend.hanging = true;
        int begun = 0;
        while (put(store, snapshot, "x".repeat(100)) && begun < 100) {
            begun++;
        }
        assertThat(begun).isBetween(5, 15);
        assertThat(store.statistics().writesDropped()).isEqualTo(1);
        backend.release();
        assertThat(put(otherNode, find(otherNode).snapshot(), "x")).isTrue();
    }

    private RemoteEntryStore node() {
        return node(Duration.ofMillis(20));
    }

    private RemoteEntryStore node(Duration budget) {
        RemoteSettings settings =
                new RemoteSettings(budget, "p:", Duration.ofDays(7), 2000, Duration.ZERO, 3, Duration.ofHours(1));
        return new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }

    private static LookupResult find(RemoteEntryStore node) {
        return await(node.lookup(KEY, () -> TAGS, 0));
    }

    private boolean put(RemoteEntryStore node, TagSnapshot snapshot, String body) {
        StoredResponse response = new StoredResponse(
                200,
                Fields.EMPTY,
                body.getBytes(UTF_8),
                new Lifetime(600, 0, 0, 0, false, false, false, true),
                clock.millis(),
                clock.millis());
        return node.put(KEY, new Entry.Response(response), TAGS, snapshot, TTL).kept();
    }

    private static @Nullable String body(LookupResult finding) {
        return finding.entry() instanceof Entry.Response entry
                ? new String(entry.response().body(), UTF_8)
                : null;
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
