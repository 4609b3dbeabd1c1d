package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.ok;
import static io.httpcached.engine.PipelineDriver.response;
import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.LifetimeShare;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lifetimes that a jitter shortens. */
class JitterTest {

    private final MutableClock clock = new MutableClock();
    private final PipelineDriver route = new PipelineDriver(new MemoryEntryStore(1_000_000, clock), clock);

    private void jitter(LifetimeShare share) {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(100))
                .jitter(share)
                .statuses(Set.of(200))
                .build();
    }

    @Test
    void theLifetimeIsShortenedByAtMostTheShare() {
        jitter(LifetimeShare.ofPercent(10));
        route.random = bound -> bound - 1;
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=90");
        route.advance(89);
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=1");
        route.advance(1);
        assertThat(status(route.get())).startsWith("c; fwd=");
    }

    @Test
    void theRandomNumberIsOfAllSecondsOfTheShareAndNone() {
        jitter(LifetimeShare.of(Duration.ofSeconds(7)));
        route.random = bound -> {
            assertThat(bound).isEqualTo(8);
            return 0;
        };
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=100");
    }

    /** A copy in a browser ends with the entry. */
    @Test
    void clientsReceiveTheShortenedLifetime() {
        jitter(LifetimeShare.ofPercent(10));
        route.random = bound -> 4;
        Answer.FromStore answer = (Answer.FromStore) route.get();
        assertThat(answer.response().fields().first("Cache-Control")).isEqualTo("max-age=96");
        route.random = bound -> 9;
        Answer.FromStore hit = (Answer.FromStore) route.get();
        assertThat(hit.response().fields().first("Cache-Control")).isEqualTo("max-age=96");
    }

    @Test
    void aConfirmedResponseHasANewLifetime() {
        jitter(LifetimeShare.ofPercent(10));
        route.handler = pending -> ok("one", "ETag", "\"1\"");
        route.random = bound -> 10;
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=90");
        route.advance(95);
        route.handler = pending -> response(304, null, "ETag", "\"1\"");
        route.random = bound -> 3;
        assertThat(status(route.get())).isEqualTo("c; fwd=stale; fwd-status=304; stored; ttl=97");
    }

    @Test
    void aLifetimeOfTheHandlerIsNotShortened() {
        jitter(LifetimeShare.ofPercent(10));
        route.random = bound -> bound - 1;
        route.handler = pending -> ok("one", "Cache-Control", "max-age=50");
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=50");
    }

    @Test
    void withoutATtlNothingIsDrawn() {
        route.policy = CachePolicy.builder().jitter(LifetimeShare.ofPercent(10)).build();
        route.random = bound -> {
            throw new AssertionError("There is no ttl to shorten");
        };
        route.handler = pending -> ok("one", "Cache-Control", "max-age=50");
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=50");
    }
}
