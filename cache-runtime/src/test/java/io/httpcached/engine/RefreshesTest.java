package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshesTest {

    private static final CacheKey A = CacheKey.of("a");
    private static final CacheKey B = CacheKey.of("b");
    private static final CacheKey C = CacheKey.of("c");

    private final Refreshes refreshes = new Refreshes(2);
    private final MutableClock clock = new MutableClock();
    private final PipelineDriver route = new PipelineDriver(new MemoryEntryStore(1_000_000, clock), clock);

    @Test
    void oneForEachKeyAndNotMoreThanTheMaximum() {
        assertThat(refreshes.begin(A)).isTrue();
        assertThat(refreshes.begin(A)).isFalse();
        assertThat(refreshes.begin(B)).isTrue();
        assertThat(refreshes.begin(C)).isFalse();
        refreshes.end(A);
        assertThat(refreshes.begin(C)).isTrue();
        assertThat(refreshes.begin(A)).isFalse();
    }

    @Test
    void aRefreshEndsWithTheReleaseOfItsLease() {
        refreshes.begin(A);
        refreshes
                .endingWith(Lease.NOT_NEEDED, A)
                .releaseAfter(WriteResult.completed(true).done());
        assertThat(refreshes.begin(A)).isTrue();
    }

    @Test
    void aRefreshEndsWhenARequestTakesItOver() {
        refreshes.begin(A);
        assertThat(refreshes.endingWith(Lease.NOT_NEEDED, A).handOver()).isSameAs(Lease.NOT_NEEDED);
        assertThat(refreshes.begin(A)).isTrue();
    }

    /** The credentials of one request refresh what another one with credentials then finds. */
    @Test
    void requestsWithCredentialsStartOneRefreshAsWell() {
        route.policy = CachePolicy.builder()
                .staleWhileRevalidate(Duration.ofSeconds(100))
                .build();
        route.handler = pending -> PipelineDriver.ok("one", "Cache-Control", "public, max-age=10");
        route.get("Authorization", "a");
        route.advance(12);
        for (String user : List.of("a", "b", "c")) {
            assertThat(PipelineDriver.served(route.get("Authorization", user))).isEqualTo("one age 12");
        }
        assertThat(route.background).hasSize(1);
        route.runBackground();
        assertThat(PipelineDriver.served(route.get("Authorization", "b"))).isEqualTo("one age 0");
        route.advance(12);
        route.get();
        assertThat(route.background).hasSize(1);
    }

    @Test
    void aFailedRefreshMakesRoomForTheNext() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleWhileRevalidate(Duration.ofSeconds(100))
                .build();
        route.get();
        route.advance(12);
        route.get();
        route.handler = pending -> PipelineDriver.response(503, null);
        route.runBackground();
        route.get();
        assertThat(route.background).hasSize(1);
    }
}
