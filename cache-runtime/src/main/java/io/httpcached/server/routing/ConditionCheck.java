package io.httpcached.server.routing;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at startup of cached routes for which a {@code @RouteCondition} selects the method and that declare no {@code vary}. The
 * cache of a client or proxy cannot distinguish such methods, because it knows their common URI only.
 */
final class ConditionCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private ConditionCheck() {}

    static void warn(Collection<ResolvedRoute> routes, SelectingFields selecting) {
        List<String> methods = routes.stream()
                .filter(route -> route.route().policy().vary().isEmpty())
                .filter(route -> selecting.dependsOnCondition(route.route().method()))
                .map(route -> route.route().method().toString())
                .distinct()
                .sorted()
                .toList();
        if (!methods.isEmpty()) {
            LOG.warn(
                    "A @RouteCondition selects among these cached routes and others with the same URI: {}. Name the request"
                            + " fields that the condition reads in @HttpCached(vary = ...), so that the caches of clients"
                            + " and proxies distinguish the responses.",
                    String.join(", ", methods));
        }
    }
}
