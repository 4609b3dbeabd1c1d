package io.httpcached.server.reads;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.Sharing;
import io.httpcached.server.config.ReadsConfiguration;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.store.CacheClock;
import jakarta.inject.Singleton;

/** Creates the {@link RouteReads} of routes. */
@Singleton
public final class ReadsFactory {

    private final ReadsConfiguration settings;
    private final CacheClock clock;

    ReadsFactory(ReadsConfiguration settings, CacheClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Creates the reads of a route.
     *
     * @param method the method of the route
     * @param setting the rule for reads that the key does not contain
     * @param sharing the clients that an entry may be served to
     * @return the reads
     */
    public RouteReads create(ControllerMethod method, UnkeyedReads setting, Sharing sharing) {
        return new RouteReads(method.toString(), setting, sharing, settings, clock.elapsed());
    }
}
