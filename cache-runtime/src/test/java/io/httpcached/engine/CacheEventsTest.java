package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheEventsTest {

    private static final String KEY = ", key " + FakeCall.KEY.digest();

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);
    private final LogLines log = new LogLines("io.httpcached");

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void theDecisionAndTheStorageOfEachResponseAreLogged() {
        route.get();
        route.get();
        route.advance(10);
        route.handler = pending -> ok("two", "Cache-Control", "no-store");
        route.get();
        assertThat(log.all())
                .containsExactly(
                        "DEBUG GET /a: run the handler (no response is stored for the key)" + KEY,
                        "DEBUG GET /a: response 200 stored" + KEY,
                        "DEBUG GET /a: serve the stored response (the stored response is fresh)" + KEY,
                        "DEBUG GET /a: revalidate (the stored response is stale)" + KEY,
                        "DEBUG GET /a: response 200 not stored (the response says no-store)" + KEY);
    }

    @Test
    void staleResponsesAreLoggedWithTheRefresh() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleWhileRevalidate(Duration.ofSeconds(20))
                .build();
        route.get();
        route.advance(12);
        route.get();
        route.advance(28);
        route.get("Cache-Control", "max-stale");
        assertThat(log.all().subList(2, 4))
                .containsExactly(
                        "DEBUG GET /a: serve stale, refresh in the background (the stored response is stale and may be"
                                + " served while it is refreshed)" + KEY,
                        "DEBUG GET /a: serve stale (the stored response is stale, and the request accepts that with"
                                + " max-stale)" + KEY);
    }

    @Test
    void bypassAnd504AreLogged() {
        route.get("Cache-Control", "no-store");
        route.get("Cache-Control", "only-if-cached");
        assertThat(log.all())
                .containsExactly(
                        "DEBUG GET /a: bypass (the request says no-store)" + KEY,
                        "DEBUG GET /a: answer 504 (the request says only-if-cached, and no response is stored for the"
                                + " key)" + KEY);
    }

    @Test
    void invalidationsAreLoggedWithTheirMode() {
        CacheInvalidator cache = new CacheInvalidator(
                () -> List.of(store), PathTags.LITERAL, RouteTags.NONE, InvalidationTime.NOW, () -> Warmer.NONE);
        cache.invalidateTags("a").join();
        cache.softly().invalidateTags("b").join();
        cache.invalidate(List.of()).join();
        assertThat(log.all())
                .containsExactly(
                        "DEBUG Invalidating entries tagged [tag:a]: remove them",
                        "DEBUG Invalidating entries tagged [tag:b]: mark them stale");
    }
}
