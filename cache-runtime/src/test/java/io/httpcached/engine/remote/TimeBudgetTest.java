package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All that a request asks a backend has one time budget. */
class TimeBudgetTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final List<String> TAGS = List.of("path:/a", "tag:b");
    private static final Duration BUDGET = Duration.ofMillis(20);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final FakeStore backend = new FakeStore();
    private final RemoteEntryStore store = new RemoteEntryStore(
            "fake",
            backend,
            new BinaryEntryCodec(),
            new RemoteSettings(BUDGET, "p:", Duration.ofDays(7), 2000, LEASE, 3, Duration.ofHours(1)),
            new MutableClock());

    @Test
    void asksNothingForARequestThatHasNoTimeLeft() {
        TagSnapshot moment = find(0).snapshot();
        int asked = backend.asked.get();
        LookupResult finding = find(BUDGET.toNanos());
        assertThat(finding.detail()).isEqualTo("backend unavailable");
        assertThat(finding.waited()).isGreaterThanOrEqualTo(BUDGET.toNanos());
        assertThat(await(store.lease(KEY, TAGS, moment, BUDGET.toNanos()))).contains(Lease.FREE);
        assertThat(backend.asked).hasValue(asked);
        assertThat(await(store.lease(KEY, TAGS, moment, 0))).get().isNotEqualTo(Lease.FREE);
    }

    @Test
    void givesALeaseBackThatTheBackendGrantsTooLate() {
        TagSnapshot moment = find(0).snapshot();
        backend.hanging = true;
        assertThat(await(store.lease(KEY, TAGS, moment, 0))).contains(Lease.FREE);
        backend.release();
        assertThat(backend.values.keySet()).noneMatch(key -> key.startsWith("p:l:"));
    }

    @Test
    void aRequestThatHasLittleTimeLeftSaysNothingAboutTheBackend() {
        TagSnapshot moment = find(0).snapshot();
        backend.hanging = true;
        for (int i = 0; i < 10; i++) {
            find(BUDGET.toNanos() - 1);
            await(store.lease(KEY, TAGS, moment, BUDGET.toNanos() - 1));
        }
        backend.release();
        assertThat(find(0).detail()).isNull();
        assertThat(store.statistics().lastFailure()).isNull();
    }

    private LookupResult find(long waited) {
        return await(store.lookup(KEY, () -> TAGS, waited));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
