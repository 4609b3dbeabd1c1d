package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ProductController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ProductControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "show", String.class, long.class),
                        RoutePolicy.builder().ttl("10m").staleWhileRevalidate("1m").build(),
                        ProductControllerHttpCacheInterceptor::showKey,
                        ProductControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 1, null))),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "byCode", String.class, String.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCacheInterceptor::byCodeKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "page", int.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCacheInterceptor::pageKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("page", 0, "1"))),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "archive", Integer.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCacheInterceptor::archiveKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("year", 0, null))),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "file", String.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCacheInterceptor::fileKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link ProductController#show(String, long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("tenant");
        key.path("id", long.class);
    }

    /**
     * Writes the tags of {@link ProductController#show(String, long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("products");
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the key of {@link ProductController#byCode(String, String)}.
     */
    private static void byCodeKey(KeyWriter key) {
        key.path("tenant");
        key.path("code");
        key.path("format");
    }

    /**
     * Writes the key of {@link ProductController#page(int)}.
     */
    private static void pageKey(KeyWriter key) {
        key.path("tenant");
        key.path("page", int.class, "1");
    }

    /**
     * Writes the key of {@link ProductController#archive(Integer)}.
     */
    private static void archiveKey(KeyWriter key) {
        key.path("tenant");
        key.path("year", Integer.class);
        key.query("year", Integer.class);
        key.noAttribute("year", "Year");
    }

    /**
     * Writes the key of {@link ProductController#file(String)}.
     */
    private static void fileKey(KeyWriter key) {
        key.path("tenant");
        key.path("path");
    }
}
