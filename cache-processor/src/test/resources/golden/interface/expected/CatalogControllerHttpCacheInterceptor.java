package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link CatalogController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class CatalogControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        CatalogControllerHttpCacheInterceptor::showKey,
                        CatalogControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "all", int.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        CatalogControllerHttpCacheInterceptor::allKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "version"),
                        RoutePolicy.builder().build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link CatalogController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the tags of {@link CatalogController#show(long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("item:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the key of {@link CatalogController#all(int)}.
     */
    private static void allKey(KeyWriter key) {
        key.query("limit", int.class, "20");
    }
}
