package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the three curl commands of the README. */
@MicronautTest(transactional = false)
class CachingTest {

    @Inject
    EmbeddedServer server;

    @Inject
    HttpCache cache;

    @ParameterizedTest
    @CsvSource({"/products?skip=0&limit=20, /products", "/products/7, /products/7", "/, /"})
    void answersWithMissThenHitThenNotModified(String target, String path) throws Exception {
        cache.invalidatePath(path).get();

        HttpResponse<String> miss = Http.get(server.getURI(), target);
        assertThat(miss.headers().firstValue("Cache-Status"))
                .get()
                .asString()
                .startsWith("HttpCached; fwd=miss; stored");
        assertThat(miss.headers().firstValue("X-Cache")).hasValue("MISS");

        HttpResponse<String> hit = Http.get(server.getURI(), target);
        assertThat(hit.headers().firstValue("Cache-Status")).get().asString().startsWith("HttpCached; hit");
        assertThat(hit.headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(hit.headers().firstValue("Age")).isPresent();
        assertThat(hit.body()).isEqualTo(miss.body());
        // A change invalidates each of these pages, so browsers ask before they show a copy.
        assertThat(hit.headers().allValues("Cache-Control")).containsExactly("no-cache");

        String tag = hit.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> notModified = Http.get(server.getURI(), target, "If-None-Match", tag);
        assertThat(notModified.statusCode()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }
}
