package io.httpcached.server.routing;

import io.httpcached.core.Sharing;
import io.httpcached.server.config.CacheEnabled;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at startup of routes with the scope {@code PUBLIC} whose paths the configuration restricts to some users: all of them
 * receive the same responses. The compiler asks for the scope of a route that an annotation restricts, but does not know the
 * configuration.
 */
@Context
@Requires(condition = CacheEnabled.class)
final class RestrictedPathCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    /** An annotation decides before the configuration, and stands beside the scope. */
    private static final String SECURED = "io.micronaut.security.annotation.Secured";

    private final InterceptUrlMap rules;

    RestrictedPathCheck(CachedRoutes routes, Environment environment, ContextPath contextPath) {
        this.rules = InterceptUrlMap.of(environment, contextPath);
        TreeSet<String> restricted = routes.uris().keySet().stream()
                .filter(route -> route.policy().sharing() == Sharing.PUBLIC)
                .flatMap(this::restricted)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!restricted.isEmpty()) {
            LOG.warn(
                    "micronaut.security.intercept-url-map restricts the paths of these routes, and their scope is PUBLIC, so all"
                            + " permitted users receive the same responses: {}. If the responses differ, set scope ="
                            + " CacheScope.PRIVATE for one entry per user, or CacheScope.AUTO, with which authenticated requests"
                            + " bypass the cache. If they do not, restrict the method with @Secured instead.",
                    String.join("; ", restricted));
        }
    }

    private Stream<String> restricted(ResolvedRoute route) {
        return route.paths().keySet().stream()
                .filter(info -> !info.getAnnotationMetadata().hasStereotype(SECURED))
                .filter(UriRouteInfo.class::isInstance)
                .map(info -> rules.restricting(
                        ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toString()))
                .filter(Objects::nonNull)
                .map(rule -> route.route().method() + " (pattern " + rule.pattern() + ", access "
                        + String.join(", ", rule.access()) + ")");
    }
}
