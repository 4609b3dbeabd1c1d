package io.httpcached.test;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each assertion holds for the response that it is for, and fails for every other. */
@MicronautTest
@Property(name = "scenario", value = "shop")
class CachedResponseAssertTest {

    private static final Map<String, Consumer<CachedResponseAssert>> OUTCOMES = Map.of(
            "a hit", CachedResponseAssert::isHit,
            "a stale hit", CachedResponseAssert::isStale,
            "a revalidation", CachedResponseAssert::isRevalidated,
            "a miss", CachedResponseAssert::isMiss,
            "a bypass", CachedResponseAssert::isBypassed);

    @Inject
    CacheTester cache;

    @Inject
    CacheTestClock clock;

    @Inject
    @Client("/")
    HttpClient client;

    /** Verifies the outcome, and that all other assertions about outcomes fail with the line and both outcomes. */
    private static void assertOutcome(HttpResponse<?> response, String expected) {
        OUTCOMES.forEach((outcome, assertion) -> {
            if (outcome.equals(expected)) {
                assertion.accept(assertThat(response));
            } else {
                assertThatThrownBy(() -> assertion.accept(assertThat(response)))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("Expected " + outcome + " for GET /shop/")
                        .hasMessageContaining("(status 200), but it is " + expected + '.')
                        .hasMessageContaining("Cache-Status: HttpCached; ");
            }
        });
    }

    @Test
    void outcomes() {
        assertOutcome(cache.get("/shop/news"), "a miss");
        assertOutcome(cache.get("/shop/news"), "a hit");
        clock.advance(Duration.ofSeconds(61));
        assertOutcome(cache.get("/shop/news"), "a stale hit");
        cache.get("/shop/versioned");
        clock.advance(Duration.ofSeconds(61));
        assertOutcome(cache.get("/shop/versioned"), "a revalidation");
        cache.get("/shop/items/1");
        assertOutcome(cache.get("/shop/items/1", "Authorization", basic("ann")), "a bypass");
    }

    @Test
    void requestForAStoredResponseOnlyHasNoOutcome() {
        HttpResponse<String> response = cache.get("/shop/items/1", "Cache-Control", "only-if-cached");
        assertThat(response.statusCode()).isEqualTo(504);
        OUTCOMES.values().forEach(assertion -> assertThatThrownBy(() -> assertion.accept(assertThat(response)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no stored response answered"));
    }

    @Test
    void storedOrNot() {
        HttpResponse<String> stored = cache.get("/shop/items/1");
        HttpResponse<String> notStored = cache.get("/shop/secret");

        assertThat(stored).isStored();
        assertThat(notStored).isNotStored();
        assertThat(cache.get("/shop/items/1")).isHit().isNotStored();
        assertThatThrownBy(() -> assertThat(notStored).isStored())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "Expected a stored response for GET /shop/secret (status 200), but the response was not stored")
                .hasMessageContaining("no-store");
        assertThatThrownBy(() -> assertThat(stored).isNotStored())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but the response was stored");
    }

    @Test
    void detail() {
        HttpResponse<String> response = cache.get("/shop/secret");
        assertThat(response).hasDetail("no-store");
        assertThatThrownBy(() -> assertThat(response).hasDetail("private"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a detail with 'private'")
                .hasMessageContaining("no-store");
        assertThatThrownBy(() -> assertThat(cache.get("/shop/items/1")).hasDetail("a"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void responseWithoutCacheStatusFailsEachAssertion() {
        HttpResponse<String> response = cache.get("/shop/uncached");
        Set<Consumer<CachedResponseAssert>> others =
                Set.of(CachedResponseAssert::isStored, CachedResponseAssert::isNotStored, each -> each.hasDetail(""));
        for (Set<Consumer<CachedResponseAssert>> assertions : Set.of(others, Set.copyOf(OUTCOMES.values()))) {
            assertions.forEach(assertion -> assertThatThrownBy(() -> assertion.accept(assertThat(response)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no member of Cache-Status has the name HttpCached")
                    .hasMessageContaining("Cache-Status: (none)"));
        }
    }

    @Test
    void memberOfAnotherCacheDoesNotCountUnlessItIsNamed() {
        HttpResponse<String> response = cache.get("/shop/items/1");
        assertThatThrownBy(() -> assertThat(response).ofCache("Edge").isMiss())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no member of Cache-Status has the name Edge");
        assertThat(response).ofCache("Edge").ofCache("HttpCached").isMiss();
    }

    @Test
    void responsesOfTheClientOfMicronaut() {
        assertThat(client.toBlocking().exchange("/shop/items/1")).isMiss().isStored();
        assertThat(client.toBlocking().exchange("/shop/items/1")).isHit();
        assertThatThrownBy(() -> assertThat(client.toBlocking().exchange("/shop/items/1"))
                        .isMiss())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a miss for the request (status 200), but it is a hit.");
    }

    private static String basic(String user) {
        return TestUser.basic(user, "secret").value();
    }
}
