package io.httpcached.test;

import java.util.List;

/**
 * The entry point of assertions about the handling of a request by the cache, as the response tells it in {@code Cache-Status}.
 * Import {@code assertThat} statically; it can be used beside that of AssertJ.
 *
 * <pre>{@code
 * assertThat(first).isMiss().isStored();
 * assertThat(second).isHit();
 * }</pre>
 */
public final class HttpCacheAssertions {

    private static final String CACHE_STATUS = "Cache-Status";

    private HttpCacheAssertions() {}

    /**
     * Creates assertions about a response that Java's client received.
     *
     * @param response the response
     * @return assertions about it
     */
    public static CachedResponseAssert assertThat(java.net.http.HttpResponse<?> response) {
        return new CachedResponseAssert(new CachedResponseAssert.Received(
                response.request().method() + ' ' + response.uri().getRawPath(),
                response.statusCode(),
                response.headers().allValues(CACHE_STATUS)));
    }

    /**
     * Creates assertions about a response that Micronaut's client received.
     *
     * @param response the response
     * @return assertions about it
     */
    public static CachedResponseAssert assertThat(io.micronaut.http.HttpResponse<?> response) {
        return new CachedResponseAssert(new CachedResponseAssert.Received(
                "the request",
                response.code(),
                List.copyOf(response.getHeaders().getAll(CACHE_STATUS))));
    }
}
