package io.httpcached.server.routing;

import io.httpcached.server.config.NearConfiguration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns at startup if the configuration asks for near copies, and all entries are in the memory store or without copies. */
final class NearCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private NearCheck() {}

    static void warn(boolean enabled, Collection<ResolvedRoute> routes) {
        if (enabled && !routes.isEmpty() && routes.stream().noneMatch(ResolvedRoute::near)) {
            LOG.warn(
                    "{}.enabled has no effect: the memory store needs no near copies. Set http-cache.backend to a store that"
                            + " nodes share, or the property to false.",
                    NearConfiguration.PREFIX);
        }
    }
}
