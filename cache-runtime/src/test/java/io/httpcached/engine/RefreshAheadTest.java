package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.ok;
import static io.httpcached.engine.PipelineDriver.response;
import static io.httpcached.engine.PipelineDriver.served;
import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.LifetimeShare;
import io.httpcached.core.Reuse;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Entries that hits refresh before their lifetime ends. */
class RefreshAheadTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);

    RefreshAheadTest() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(100))
                .refreshAhead(LifetimeShare.ofPercent(20))
                .build();
    }

    @Test
    void aHitInTheLastPartOfTheLifetimeRefreshesTheEntryOnce() {
        route.get();
        route.advance(79);
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=21");
        assertThat(route.background).isEmpty();
        route.advance(1);
        for (int i = 0; i < 3; i++) {
            Answer hit = route.get();
            assertThat(status(hit)).isEqualTo("c; hit; ttl=20");
            assertThat(served(hit)).isEqualTo("one age 80");
        }
        assertThat(route.background).hasSize(1);
        route.handler = pending -> ok("two");
        route.runBackground();
        assertThat(served(route.get())).isEqualTo("two age 0");
        assertThat(route.background).isEmpty();
        assertThat(route.runs).hasSize(1);
    }

    @Test
    void theHandlerMayConfirmTheResponse() {
        route.handler = pending -> ok("one", "ETag", "\"1\"");
        route.get();
        route.advance(90);
        route.get();
        assertThat(route.background.get(0).conditions().first("If-None-Match")).isEqualTo("\"1\"");
        route.handler = pending -> response(304, null, "ETag", "\"1\"");
        route.runBackground();
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=100");
    }

    @Test
    void aFailedRefreshLeavesTheEntryAndALaterHitTriesAgain() {
        route.get();
        route.advance(80);
        route.get();
        route.handler = pending -> response(503, "broken");
        route.runBackground();
        assertThat(served(route.get())).isEqualTo("one age 80");
        assertThat(route.background).hasSize(1);
    }

    /** Otherwise each hit would run the handler, whose response is as old again. */
    @Test
    void aResponseThatWasOldOnArrivalIsRefreshedOnlyInTheRestOfItsLifetime() {
        route.handler = pending -> ok("one", "Cache-Control", "max-age=100", "Age", "85");
        route.get();
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=15");
        route.advance(11);
        route.get();
        assertThat(route.background).isEmpty();
        route.advance(1);
        route.get();
        assertThat(route.background).hasSize(1);
    }

    @Test
    void aRequestThatDoesNotAcceptTheEntryRunsTheHandlerItself() {
        route.get();
        route.advance(90);
        assertThat(status(route.get("Cache-Control", "max-age=60"))).startsWith("c; fwd=request");
        assertThat(route.background).isEmpty();
    }

    @Test
    void anEntryMarkedStaleIsNotServedAsFresh() {
        route.get();
        route.advance(90);
        store.invalidate(route.tags, InvalidationMode.MARK_STALE);
        assertThat(status(route.get())).startsWith("c; fwd=stale");
    }

    @Test
    void theExplanationNamesTheRefresh() {
        route.get();
        route.advance(80);
        Reuse reuse = route.explain(route.call("GET")).reuse();
        assertThat(reuse.reason()).isEqualTo(Reuse.Reason.REFRESH_AHEAD);
        assertThat(route.background).isEmpty();
    }
}
