package io.httpcached.test;

import io.httpcached.HttpCache;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/**
 * Sends requests to the server of the test over a socket, with a client that has no cache, and verifies how routes are cached.
 * Injectable. Thread-safe, but assertions about routes clear the cache and move the clock, so no test of the same application may
 * run at the same time.
 *
 * <pre>{@code
 * cache.assertThatRoute("/products/7").isCachedFor("10m").isInvalidatedBy(PUT, "/products/7", json);
 * cache.assertThatRoute("/account").isPrivatePerUser(TestUser.basic("ann", "secret"), TestUser.basic("bob", "secret"));
 * }</pre>
 */
@Singleton
public final class CacheTester {

    private static final String JSON = "application/json";

    private final RouteClient client;
    private final HttpCache cache;
    private final CacheTestClock clock;
    private final String cacheName;

    CacheTester(RouteClient client, HttpCache cache, CacheTestClock clock, HttpCacheConfiguration settings) {
        this.client = client;
        this.cache = cache;
        this.clock = clock;
        this.cacheName = settings.getCacheName();
    }

    /**
     * Creates assertions about a route.
     *
     * @param target the path with the context path, and the query if there is one, such as {@code /products?skip=20}
     * @return assertions about it
     */
    public CachedRouteAssert assertThatRoute(String target) {
        return new CachedRouteAssert(this, RouteRequest.get(target));
    }

    /**
     * Sends a GET request. A redirect is not followed.
     *
     * @param target the path with the context path, and the query if there is one
     * @param fields alternating names and values of header fields
     * @return the response
     */
    public HttpResponse<String> get(String target, String... fields) {
        return client.send(withFields(RouteRequest.get(target), fields));
    }

    /**
     * Sends a request with JSON as content.
     *
     * @param method the method
     * @param target the path with the context path, and the query if there is one
     * @param json the content
     * @param fields alternating names and values of header fields
     * @return the response
     */
    public HttpResponse<String> send(HttpMethod method, String target, String json, String... fields) {
        return client.send(withFields(RouteRequest.with(method, target, json, JSON), fields));
    }

    /** Runs an assertion with an empty cache and a clock that stands at the real time. Leaves both as a test finds them. */
    void verify(String expectation, Consumer<Scenario> steps) {
        cache.clear().join();
        clock.reset();
        clock.stop();
        try {
            steps.accept(new Scenario(client, cacheName, expectation));
        } finally {
            clock.reset();
            cache.clear().join();
        }
    }

    CacheTestClock clock() {
        return clock;
    }

    private static RouteRequest withFields(RouteRequest request, String... fields) {
        if (fields.length % 2 != 0) {
            throw new IllegalArgumentException("Each header field needs a name and a value.");
        }
        RouteRequest changed = request;
        for (int i = 0; i < fields.length; i += 2) {
            changed = changed.with(fields[i], fields[i + 1]);
        }
        return changed;
    }
}
