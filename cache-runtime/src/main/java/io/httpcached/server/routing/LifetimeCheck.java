package io.httpcached.server.routing;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at startup of cached routes that store nothing by default, because neither the annotation, its named policy nor
 * {@code http-cache.default-ttl} sets a freshness lifetime.
 *
 * <p>Some routes need none: a route keyed by the request URI usually forwards to an origin server, whose responses have
 * explicit lifetimes; heuristic freshness derives one from {@code Last-Modified}; and a version source answers
 * conditional requests without a stored response.
 */
final class LifetimeCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private LifetimeCheck() {}

    static void warn(Collection<ResolvedRoute> routes) {
        List<String> methods = routes.stream()
                .filter(LifetimeCheck::lacksLifetime)
                .map(route -> route.route().method().toString())
                .distinct()
                .sorted()
                .toList();
        if (!methods.isEmpty()) {
            LOG.warn(
                    "These cached routes have no ttl, so only responses with an explicit lifetime are stored: {}. Set"
                            + " @HttpCached(ttl = \"1m\"), the ttl of a named policy or http-cache.default-ttl.",
                    String.join(", ", methods));
        }
    }

    private static boolean lacksLifetime(ResolvedRoute route) {
        return route.policy().ttl() == null
                && !route.policy().heuristicFreshness()
                && !route.uriKeyed()
                && route.version() == null;
    }
}
