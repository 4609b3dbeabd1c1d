package io.httpcached.test;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static io.micronaut.http.HttpMethod.POST;
import static io.micronaut.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each assertion about a route holds for a route that is as it says, and fails for one that is not. */
@MicronautTest
@Property(name = "scenario", value = "shop")
class CachedRouteAssertTest {

    private static final String JSON = "{\"name\": \"new\"}";

    private static final TestUser ANN = TestUser.basic("ann", "secret");
    private static final TestUser BOB = TestUser.basic("bob", "secret");

    @Inject
    CacheTester cache;

    @Inject
    CacheTestClock clock;

    private static void assertFails(ThrowingCallable assertion, String... message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(message);
    }

    @Test
    void cachedFor() {
        cache.assertThatRoute("/shop/items/1")
                .isCachedFor("10m")
                .isCachedFor("600s")
                .isCachedFor("PT10M")
                .isCachedFor(Duration.ofMinutes(10));
        cache.assertThatRoute("/shop/news").isCachedFor("1m");
        cache.assertThatRoute("/shop/versioned").isCachedFor("1m");
        cache.assertThatRoute("/shop/short").isCachedFor("1s");
        cache.assertThatRoute("/shop/account").as(ANN).isCachedFor("1m");
    }

    @Test
    void clockStandsWhileAHandlerRuns() {
        cache.assertThatRoute("/shop/short").survives(PUT, "/shop/slow");
    }

    @Test
    void notCachedForThisTime() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        assertFails(
                () -> item.isCachedFor("9m59s"),
                "Expected GET /shop/items/1 to be cached for 9m59s, but it was still fresh after 9m59s.",
                "at first: GET /shop/items/1 -> 200, Cache-Status: HttpCached; fwd=miss; stored; ttl=600",
                "after 9m58s: GET /shop/items/1 -> 200, Cache-Status: HttpCached; hit; ttl=2",
                "after 9m59s: GET /shop/items/1 -> 200, Cache-Status: HttpCached; hit; ttl=1");
        assertFails(
                () -> item.isCachedFor("10m1s"),
                "Expected GET /shop/items/1 to be cached for 10m1s, but it was not fresh any more after 10m.",
                "after 10m: GET /shop/items/1 -> 200, Cache-Status: HttpCached; fwd=stale");
        assertFails(
                () -> cache.assertThatRoute("/shop/news").isCachedFor("2m"),
                "it was not fresh any more after 1m59s",
                "HttpCached; hit; ttl=-59");
        assertFails(
                () -> cache.assertThatRoute("/shop/secret").isCachedFor("1m"),
                "the response was not stored",
                "no-store");
        assertFails(
                () -> cache.assertThatRoute("/shop/uncached").isCachedFor("1m"),
                "the response has no Cache-Status of the cache HttpCached",
                "Cache-Status: (none)");
        assertFails(
                () -> cache.assertThatRoute("/shop/reads").with("X-Tenant", "a").isCachedFor("1m"),
                "-> 500",
                "Shop.reads",
                "X-Tenant");
        assertFails(
                () -> cache.assertThatRoute("/shop/account").isCachedFor("1m"), "but the request failed.", "-> 401");
    }

    @Test
    void timesThatNoResponseHas() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        for (String time : new String[] {"0s", "500ms", "1500ms", "soon"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item.isCachedFor(time))
                    .withMessageContaining("must be");
        }
    }

    @Test
    void notCached() {
        cache.assertThatRoute("/shop/uncached").isNotCached();
        cache.assertThatRoute("/shop/secret").isNotCached();
        cache.assertThatRoute("/shop/nowhere").isNotCached();
        cache.assertThatRoute("/shop/items/1").as(ANN).isNotCached();
        assertFails(
                () -> cache.assertThatRoute("/shop/items/1").isNotCached(),
                "Expected GET /shop/items/1 not to be cached, but a response was stored.",
                "second: GET /shop/items/1 -> 200, Cache-Status: HttpCached; hit");
    }

    @Test
    void varies() {
        cache.assertThatRoute("/shop/tenant").variesOn("X-Tenant").variesOn("x-tenant", "a", "b");
        cache.assertThatRoute("/shop/language").variesOn("Accept-Language").variesOn("Accept-Language", "de", "fr");
        cache.assertThatRoute("/shop/shouted").variesOn("X-Volume").variesOn("X-Volume", "1", "2");
    }

    @Test
    void doesNotVary() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        assertFails(
                () -> item.variesOn("X-Tenant"), "Expected GET /shop/items/1 to vary on X-Tenant, but its Vary is ''.");
        assertFails(() -> item.variesOn("X-Tenant", "a", "b"), "but its Vary is ''.");
        assertFails(
                () -> cache.assertThatRoute("/shop/language").variesOn("Accept-Language", "de", "de;q=1.0"),
                "the response was not stored",
                "first with de;q=1.0: GET /shop/language -> 200, Cache-Status: HttpCached; hit");
        assertFails(
                () -> cache.assertThatRoute("/shop/long").variesOn("Accept-Encoding"),
                "a request with another Accept-Encoding received the stored response",
                "with Accept-Encoding: httpcached-test: GET /shop/long -> 200, Cache-Status: HttpCached; hit");
    }

    @Test
    void variantThatDoesNotStayFails() {
        assertFails(
                () -> cache.assertThatRoute("/shop/forgetful").variesOn("X-Volume", "1", "2"),
                "one of the responses did not stay in the cache",
                "again with 1: GET /shop/forgetful -> 200, Cache-Status: HttpCached; fwd=");
    }

    @Test
    void invalidated() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        item.isInvalidatedBy(PUT, "/shop/items/1", JSON)
                .isInvalidatedBy(POST, "/shop/items/1/touch")
                .isInvalidatedBy(PUT, "/shop/items/1/name", "new", "text/plain")
                .changedBy(TestUser.basic("admin", "secret"))
                .isInvalidatedBy(PUT, "/shop/items/1/price");
        cache.assertThatRoute("/shop/news").isInvalidatedBy(PUT, "/shop/all-news");
        assertFails(
                () -> item.isInvalidatedBy(PUT, "/shop/items/2", JSON),
                "Expected GET /shop/items/1 to be invalidated by PUT /shop/items/2, but the next request was a hit.",
                "the change: PUT /shop/items/2 -> 200, Cache-Status: (none)",
                "after the change: GET /shop/items/1 -> 200, Cache-Status: HttpCached; hit");
        assertFails(() -> item.isInvalidatedBy(POST, "/shop/items/2/touch"), "but the next request was a hit");
    }

    @Test
    void survives() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        item.survives(PUT, "/shop/items/2", JSON)
                .survives(POST, "/shop/items/2/touch")
                .survives(PUT, "/shop/items/2/name", "new", "text/plain")
                .changedBy(TestUser.basic("admin", "secret"))
                .survives(PUT, "/shop/items/2/price");
        assertFails(
                () -> item.survives(PUT, "/shop/items/1", JSON),
                "Expected GET /shop/items/1 to survive PUT /shop/items/1, but the next request was no hit.");
        assertFails(() -> item.survives(POST, "/shop/items/1/touch"), "but the next request was no hit");
        assertFails(() -> cache.assertThatRoute("/shop/news").survives(PUT, "/shop/all-news"), "hit; ttl=0");
    }

    @Test
    void failedChangeAndUncachedRouteFail() {
        CachedRouteAssert item = cache.assertThatRoute("/shop/items/1");
        CachedRouteAssert uncached = cache.assertThatRoute("/shop/secret");
        assertFails(
                () -> item.isInvalidatedBy(PUT, "/shop/items/1", "{}"),
                "but the change failed.",
                "the change: PUT /shop/items/1 -> 400",
                "nothing to change");
        assertFails(() -> item.survives(PUT, "/shop/items/2", "{}"), "but the change failed.");
        assertFails(() -> item.isInvalidatedBy(PUT, "/shop/items/1/price"), "but the change failed.", "-> 401");
        assertFails(() -> item.changedBy(ANN).survives(PUT, "/shop/items/2/price"), "but the change failed.", "-> 403");
        assertFails(() -> uncached.isInvalidatedBy(PUT, "/shop/items/1", JSON), "the response was not stored");
        assertFails(() -> uncached.survives(PUT, "/shop/items/1", JSON), "the response was not stored");
    }

    @Test
    void privatePerUser() {
        cache.assertThatRoute("/shop/account").isPrivatePerUser(ANN, BOB);
        assertFails(
                () -> cache.assertThatRoute("/shop/leak").isPrivatePerUser(ANN, BOB),
                "Expected GET /shop/leak to be private to each user, but bob received the response of ann.",
                "first as ann: GET /shop/leak -> 200, Cache-Status: HttpCached; fwd=miss; stored",
                "first as bob: GET /shop/leak -> 200, Cache-Status: HttpCached; hit");
        assertFails(
                () -> cache.assertThatRoute("/shop/mine").isPrivatePerUser(ANN, BOB),
                "but its Cache-Control 'max-age=60' permits other caches to share it.");
        assertFails(
                () -> cache.assertThatRoute("/shop/items/1").isPrivatePerUser(ANN, BOB), "the response was not stored");
        assertFails(
                () -> cache.assertThatRoute("/shop/account")
                        .isPrivatePerUser(TestUser.basic("ann", "wrong"), TestUser.basic("bob", "wrong")),
                "but the request failed.",
                "first as ann: GET /shop/account -> 401");
        assertFails(
                () -> cache.assertThatRoute("/shop/account").isPrivatePerUser(ANN, TestUser.bearer("unknown")),
                "the response of the user of the token did not stay in the cache",
                "first as the user of the token: GET /shop/account -> 401");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        cache.assertThatRoute("/shop/account").isPrivatePerUser(ANN, TestUser.basic("ann", "secret")))
                .withMessage("The users must differ, but both are ann.");
    }

    @Test
    void guestMustNotReceiveTheResponseOfAUser() {
        assertFails(
                () -> cache.assertThatRoute("/shop/customer")
                        .isPrivatePerUser(TestUser.header("X-Customer", "a"), TestUser.header("X-Customer", "b")),
                "a guest received the response of a user",
                "first as X-Customer: a: GET /shop/customer -> 200",
                "as a guest: GET /shop/customer -> 200, Cache-Status: HttpCached; hit");
    }

    @Test
    void assertionsLeaveAnEmptyCacheAndTheRealTime() {
        cache.get("/shop/items/1");
        cache.assertThatRoute("/shop/items/1").isCachedFor("10m");
        assertFails(() -> cache.assertThatRoute("/shop/items/1").isCachedFor("1h"), "not fresh any more");

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
    }

    @Test
    void targetMustBeAPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.assertThatRoute("shop/items/1"))
                .withMessage(
                        "The target must be a path such as /products/7, with or without a query, but was 'shop/items/1'.");
        assertThatIllegalArgumentException().isThrownBy(() -> cache.get("/shop/items/1", "X-Tenant"));
    }
}
