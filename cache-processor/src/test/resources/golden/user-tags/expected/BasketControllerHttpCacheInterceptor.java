package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagWriter;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link BasketController}: the policies, keys and tags of its cached routes, and its invalidations.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class BasketControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(BasketController.class, "show", Principal.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        BasketControllerHttpCacheInterceptor::showTags),
                new CachedRoute(
                        new ControllerMethod(BasketController.class, "guest", Optional.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        BasketControllerHttpCacheInterceptor::guestTags),
                new CachedRoute(
                        new ControllerMethod(BasketController.class, "ofParameter", long.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        BasketControllerHttpCacheInterceptor::ofParameterKey,
                        BasketControllerHttpCacheInterceptor::ofParameterTags,
                        List.of(new RouteVariable("user", 0, null))));
    }

    /**
     * Writes the tags of {@link BasketController#show(Principal)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("basket:" + tags.user());
    }

    /**
     * Writes the tags of {@link BasketController#guest(Optional)}.
     */
    private static void guestTags(TagWriter tags) {
        tags.add("baskets");
        tags.add("basket:" + tags.user());
    }

    /**
     * Writes the key of {@link BasketController#ofParameter(long)}.
     */
    private static void ofParameterKey(KeyWriter key) {
        key.path("user", long.class);
    }

    /**
     * Writes the tags of {@link BasketController#ofParameter(long)}.
     */
    private static void ofParameterTags(TagWriter tags) {
        tags.add("basket:" + tags.integer(tags.path("user")));
    }

    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(BasketController.class, "add", long.class, Authentication.class),
                        List.of(
                                new RouteInvalidation(
                                        BasketControllerHttpCacheInterceptor::addInvalidatedTags,
                                        BasketControllerHttpCacheInterceptor::addInvalidatedPaths,
                                        "",
                                        false))));
    }

    /**
     * Writes the tags that {@link BasketController#add(long, Authentication)} invalidates.
     */
    private static void addInvalidatedTags(TagWriter tags) {
        tags.add("basket:" + tags.user());
    }

    /**
     * Writes the paths that {@link BasketController#add(long, Authentication)} invalidates.
     */
    private static void addInvalidatedPaths(TagWriter paths) {
        paths.add("/history/" + paths.user() + "/" + paths.integer(paths.path("product")));
    }
}
