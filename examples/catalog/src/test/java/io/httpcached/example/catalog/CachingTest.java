package io.httpcached.example.catalog;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheTester;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class CachingTest {

    @Inject
    CacheTester cache;

    @ParameterizedTest
    @CsvSource({"/products?skip=0&limit=20, 10m", "/products/7, 10m", "/, 1m"})
    void eachPageIsCachedForItsTime(String target, String time) {
        cache.assertThatRoute(target).isCachedFor(time);
    }

    /** Sends the requests of the three curl commands of the README. */
    @ParameterizedTest
    @ValueSource(strings = {"/products?skip=0&limit=20", "/products/7", "/"})
    void answersWithMissThenHitThenNotModified(String target) {
        HttpResponse<String> miss = cache.get(target);
        assertThat(miss).isMiss().isStored();
        assertThat(miss.headers().firstValue("X-Cache")).hasValue("MISS");

        HttpResponse<String> hit = cache.get(target);
        assertThat(hit).isHit();
        assertThat(hit.headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(hit.headers().firstValue("Age")).isPresent();
        assertThat(hit.body()).isEqualTo(miss.body());
        // A change invalidates each of these pages, so browsers ask before they show a copy.
        assertThat(hit.headers().allValues("Cache-Control")).containsExactly("no-cache");

        String tag = hit.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> notModified = cache.get(target, "If-None-Match", tag);
        assertThat(notModified).isHit();
        assertThat(notModified.statusCode()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }
}
