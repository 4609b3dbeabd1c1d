package io.httpcached.server.request;

import io.httpcached.core.Outcome;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The outcome of a request that warms the cache. It is an attribute of the request until the cache sets it. Thread-safe. */
public final class WarmingOutcome {

    private static final String ATTRIBUTE = "io.httpcached.warming";

    private volatile @Nullable Outcome outcome;

    /** Returns the place for the outcome of a request, or null if the request comes from a client. */
    public static @Nullable WarmingOutcome of(HttpRequest<?> request) {
        return RequestAttributes.get(request, ATTRIBUTE) instanceof WarmingOutcome warming ? warming : null;
    }

    /**
     * Makes this the place for the outcome of a request.
     *
     * @param request a request that no client sent
     */
    public void attach(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Sets the outcome.
     *
     * @param decided the outcome
     */
    public void set(Outcome decided) {
        outcome = decided;
    }

    /** Returns the outcome, or null if the request did not reach the cache. */
    public @Nullable Outcome get() {
        return outcome;
    }
}
