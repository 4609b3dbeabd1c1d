package io.httpcached.server.routing;

import io.httpcached.CacheTags;
import io.httpcached.core.Sharing;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.PolicyConfiguration;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.TagGenerator;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Determines the time for which clients may use the responses of a route: as a setting says, or by default the remaining lifetime
 * where nothing but time makes a copy wrong. Otherwise they revalidate: no invalidation reaches their copies, and the next user
 * of a browser may be another one.
 */
final class ClientLifetimes {

    private final @Nullable Duration general;
    private final PathInvalidators invalidators;

    ClientLifetimes(HttpCacheConfiguration settings, PathInvalidators invalidators) {
        this.general = settings.getClientTtl();
        this.invalidators = invalidators;
    }

    /**
     * Determines the lifetime of the responses of a route in clients.
     *
     * @param route the route
     * @param annotated the resolved {@code clientTtl} of its annotation, or null
     * @param named its named policy
     * @param sharing the clients that share its entries
     * @param namespace the namespace of its entries
     * @param mapped the routes of the router that run its method
     */
    ClientLifetime resolve(
            CachedRoute route,
            @Nullable Duration annotated,
            PolicyConfiguration named,
            Sharing sharing,
            String namespace,
            List<UriRouteInfo<?, ?>> mapped) {
        if (annotated != null) {
            return new ClientLifetime(annotated, "clientTtl of @HttpCached");
        }
        if (named.getClientTtl() != null) {
            return new ClientLifetime(
                    named.getClientTtl(),
                    HttpCacheConfiguration.PREFIX + ".policies." + named.getName() + ".client-ttl");
        }
        if (general != null) {
            return new ClientLifetime(general, HttpCacheConfiguration.PREFIX + ".client-ttl");
        }
        return byDefault(route, sharing, namespace, mapped);
    }

    private ClientLifetime byDefault(
            CachedRoute route, Sharing sharing, String namespace, List<UriRouteInfo<?, ?>> mapped) {
        if (sharing == Sharing.PRIVATE) {
            return ClientLifetime.revalidate("the response belongs to one user");
        }
        if (route.tags() != TagGenerator.NONE) {
            return ClientLifetime.revalidate("the route has tags");
        }
        if (route.method().parameterTypes().contains(CacheTags.class)) {
            return ClientLifetime.revalidate("the handler adds tags");
        }
        String invalidator = invalidators.find(namespace, mapped);
        return invalidator == null
                ? new ClientLifetime(null, "the route has no tags, and no route invalidates its path")
                : ClientLifetime.revalidate(invalidator + " may invalidate the response");
    }
}
