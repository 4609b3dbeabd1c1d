package io.httpcached.test;

import static io.httpcached.test.CacheStatus.Outcome.HIT;
import static io.httpcached.test.CacheStatus.Outcome.MISS;
import static io.httpcached.test.CacheStatus.Outcome.STALE_HIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MicronautTest
@Property(name = "scenario", value = "shop")
class CacheRecordingTest {

    @Inject
    CacheTester cache;

    @Inject
    CacheTestClock clock;

    @Inject
    CacheRecording recording;

    @Inject
    BeanContext context;

    @Test
    void recordsEachResponseInOrder() {
        cache.get("/shop/items/1?page=2");
        cache.send(HttpMethod.PUT, "/shop/items/1", "{\"name\": \"a\"}");
        cache.get("/shop/uncached");
        cache.get("/shop/nowhere");
        cache.get("/shop/reads", "X-Tenant", "a");
        cache.get("/shop/account");

        assertThat(recording.decisions())
                .extracting(CacheDecision::method, CacheDecision::path, CacheDecision::status)
                .containsExactly(
                        tuple("GET", "/shop/items/1", 200),
                        tuple("PUT", "/shop/items/1", 200),
                        tuple("GET", "/shop/uncached", 200),
                        tuple("GET", "/shop/nowhere", 404),
                        tuple("GET", "/shop/reads", 500),
                        tuple("GET", "/shop/account", 401));
        assertThat(recording.decisions().get(0).cacheStatus())
                .isEqualTo(new CacheStatus("HttpCached", false, "miss", 0, 600L, true, false, null, null));
        assertThat(recording.decisions().get(2).cacheStatus()).isNull();
        assertThat(recording.outcomes("/shop/items/1")).containsExactly(MISS);
        assertThat(recording.outcomes("/shop/uncached")).isEmpty();
    }

    /** The stale hit starts a background refresh, whose response no client receives. */
    @Test
    void recordsNoBackgroundRefresh() throws Exception {
        cache.get("/shop/news");
        clock.advance(Duration.ofMinutes(2));
        String stale = cache.get("/shop/news").body();
        String fresh = stale;
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                fresh.equals(stale) && System.nanoTime() < end; ) {
            Thread.sleep(5);
            fresh = cache.get("/shop/news").body();
        }

        assertThat(fresh).isNotEqualTo(stale);
        // A request may have come before the end of the refresh.
        assertThat(recording.outcomes("/shop/news").stream().distinct()).containsExactly(MISS, STALE_HIT, HIT);
        assertThat(recording.outcomes("/shop/news")).filteredOn(MISS::equals).hasSize(1);
    }

    /** The cache handles responses differently if an annotated filter that sees them is outside it. */
    @Test
    void recordingDoesNotChangeTheFiltersOfTheApplication() {
        assertThat(context.getBeanDefinitions(Qualifiers.byStereotype(ServerFilter.class)))
                .isNotEmpty()
                .noneMatch(filter -> filter.getBeanType().getName().startsWith("io.httpcached.test."));
    }

    @Test
    void keepsTheLatestTenThousand() {
        CacheRecording own = new CacheRecording();
        IntStream.range(0, 10_001).forEach(i -> own.add(new CacheDecision("GET", "/" + i, 200, null)));
        assertThat(own.decisions()).hasSize(10_000);
        assertThat(own.decisions().get(0).path()).isEqualTo("/1");
        own.clear();
        assertThat(own.decisions()).isEmpty();
    }
}
