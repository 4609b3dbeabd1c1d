package io.httpcached.engine;

import io.httpcached.WarmedUri;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stores the responses of cached routes before a client asks for them. Thread-safe. */
public interface Warmer {

    /** Warms nothing, because no request reaches the cache. */
    Warmer NONE = new Warmer() {

        @Override
        public CompletableFuture<List<WarmedUri>> warm(Collection<String> uris) {
            return CompletableFuture.completedFuture(uris.stream()
                    .map(uri -> new WarmedUri(uri, WarmedUri.Result.NOT_STORED, "the cache is switched off"))
                    .toList());
        }

        @Override
        public void warmConfigured() {}

        @Override
        public boolean isWarming() {
            return false;
        }
    };

    /**
     * Requests URIs in the background.
     *
     * @param uris paths with or without a query, including the context path
     * @return the results in the order of the URIs; never fails
     * @throws IllegalArgumentException if one of them is not a path with or without a query
     */
    CompletableFuture<List<WarmedUri>> warm(Collection<String> uris);

    /** Requests in the background what the configuration names, because all entries were invalidated. Returns at once. */
    void warmConfigured();

    /** {@return whether the handler that calls runs for a request of this object, so that warming again could go on for ever} */
    boolean isWarming();
}
