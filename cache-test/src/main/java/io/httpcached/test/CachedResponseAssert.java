package io.httpcached.test;

import io.httpcached.test.CacheStatus.Outcome;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the handling of a request by the cache. They read the member of {@code Cache-Status} that has the name of the
 * cache, {@code HttpCached} unless {@link #ofCache} changes it, and fail if the response has none. Not thread-safe.
 */
public final class CachedResponseAssert extends AbstractAssert<CachedResponseAssert, CachedResponseAssert.Received> {

    private static final String DEFAULT_NAME = "HttpCached";

    private final String cacheName;

    /**
     * The parts of a response that the assertions use.
     *
     * @param request the method and path of the request
     * @param status the status of the response
     * @param cacheStatus the lines of {@code Cache-Status}
     */
    record Received(String request, int status, List<String> cacheStatus) {

        String cacheStatusLine() {
            return "Cache-Status: " + (cacheStatus.isEmpty() ? "(none)" : String.join(", ", cacheStatus));
        }
    }

    CachedResponseAssert(Received response) {
        this(response, DEFAULT_NAME);
    }

    private CachedResponseAssert(Received response, String cacheName) {
        super(response, CachedResponseAssert.class);
        this.cacheName = cacheName;
    }

    /**
     * Selects the member of {@code Cache-Status} by another name.
     *
     * @param name the value of {@code http-cache.cache-name}
     * @return assertions about this member
     */
    public CachedResponseAssert ofCache(String name) {
        return new CachedResponseAssert(actual, name);
    }

    /**
     * Verifies that a fresh stored response answered the request.
     *
     * @return this
     */
    public CachedResponseAssert isHit() {
        return has(Outcome.HIT);
    }

    /**
     * Verifies that the handler answered the request, for whatever reason except a bypass: nothing was stored, or what was stored is
     * stale or invalidated.
     *
     * @return this
     */
    public CachedResponseAssert isMiss() {
        return has(Outcome.MISS);
    }

    /**
     * Verifies that a stale stored response answered the request.
     *
     * @return this
     */
    public CachedResponseAssert isStale() {
        return has(Outcome.STALE_HIT);
    }

    /**
     * Verifies that the handler, or a version source, answered with 304 that a response has not changed.
     *
     * @return this
     */
    public CachedResponseAssert isRevalidated() {
        return has(Outcome.REVALIDATED);
    }

    /**
     * Verifies that the request passed by the cache: nothing was looked up or stored for it.
     *
     * @return this
     */
    public CachedResponseAssert isBypassed() {
        return has(Outcome.BYPASS);
    }

    /**
     * Verifies that the handler response was stored.
     *
     * @return this
     */
    public CachedResponseAssert isStored() {
        return satisfies("a stored response", CacheStatus::stored, "the response was not stored");
    }

    /**
     * Verifies that no response was stored. A hit stores none.
     *
     * @return this
     */
    public CachedResponseAssert isNotStored() {
        return satisfies("a response that is not stored", status -> !status.stored(), "the response was stored");
    }

    /**
     * Verifies that the parameter {@code detail} contains a text, such as the reason why a response was not stored.
     *
     * @param text the text or a part of it
     * @return this
     */
    public CachedResponseAssert hasDetail(String text) {
        return satisfies(
                "a detail with '" + text + "'",
                status -> status.detail() != null && status.detail().contains(text),
                "there is no such detail");
    }

    private CachedResponseAssert has(Outcome expected) {
        CacheStatus status = status(Outcomes.name(expected));
        if (status.outcome() != expected) {
            throw failure(Outcomes.name(expected), "it is " + Outcomes.name(status.outcome()));
        }
        return this;
    }

    private CachedResponseAssert satisfies(String expected, Predicate<CacheStatus> condition, String otherwise) {
        if (!condition.test(status(expected))) {
            throw failure(expected, otherwise);
        }
        return this;
    }

    private CacheStatus status(String expected) {
        return CacheStatus.parse(actual.cacheStatus(), cacheName)
                .orElseThrow(() -> failure(
                        expected,
                        "no member of Cache-Status has the name " + cacheName + ". Its route has no @HttpCached,"
                                + " http-cache.cache-status is false, or http-cache.cache-name is another one; then use"
                                + " ofCache"));
    }

    private AssertionError failure(String expected, String otherwise) {
        return failure(
                "Expected %s for %s (status %d), but %s.%n%s",
                expected, actual.request(), actual.status(), otherwise, actual.cacheStatusLine());
    }
}
