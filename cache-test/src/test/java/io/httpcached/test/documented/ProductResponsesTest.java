package io.httpcached.test.documented;

import static io.httpcached.test.CacheStatus.Outcome.HIT;
import static io.httpcached.test.CacheStatus.Outcome.MISS;
import static io.httpcached.test.CacheStatus.Outcome.STALE_HIT;
import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheRecording;
import io.httpcached.test.CacheTestClock;
import io.httpcached.test.CacheTester;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@MicronautTest
class ProductResponsesTest {

    @Inject
    CacheTester cache;

    @Inject
    CacheTestClock clock;

    @Inject
    CacheRecording recording;

    @Test
    void missThenHitThenNotModified() {
        assertThat(cache.get("/products/7")).isMiss().isStored();

        HttpResponse<String> hit = cache.get("/products/7");
        assertThat(hit).isHit();

        String tag = hit.headers().firstValue("ETag").orElseThrow();
        assertThat(cache.get("/products/7", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void staleAfterTenMinutes() {
        cache.get("/products/7");
        clock.advance(Duration.ofMinutes(9));
        assertThat(cache.get("/products/7")).isHit();
        clock.advance(Duration.ofSeconds(90));
        assertThat(cache.get("/products/7")).isStale();

        assertThat(recording.outcomes("/products/7")).containsExactly(MISS, HIT, STALE_HIT);
    }
}
