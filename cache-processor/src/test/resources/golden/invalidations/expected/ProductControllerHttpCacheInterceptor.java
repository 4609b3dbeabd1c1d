package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ProductController}: the policies, keys and tags of its cached routes, and its invalidations.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ProductControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "list"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        ProductControllerHttpCacheInterceptor::listTags),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ProductControllerHttpCacheInterceptor::showKey,
                        ProductControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))));
    }

    /**
     * Writes the tags of {@link ProductController#list()}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("products");
    }

    /**
     * Writes the key of {@link ProductController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the tags of {@link ProductController#show(long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "update", long.class, String.class, Map.class),
                        List.of(
                                new RouteInvalidation(
                                        ProductControllerHttpCacheInterceptor::updateInvalidatedTags,
                                        ProductControllerHttpCacheInterceptor::updateInvalidatedPaths,
                                        "${catalog.namespace:catalog}",
                                        true))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "delete", long.class, HttpRequest.class),
                        List.of(
                                new RouteInvalidation(
                                        ProductControllerHttpCacheInterceptor::deleteInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        true),
                                new RouteInvalidation(
                                        ProductControllerHttpCacheInterceptor::deleteInvalidated2Tags,
                                        TagGenerator.NONE,
                                        "",
                                        false),
                                new RouteInvalidation(
                                        TagGenerator.NONE,
                                        ProductControllerHttpCacheInterceptor::deleteInvalidated3Paths,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "importAll", byte[].class),
                        List.of(
                                new RouteInvalidation(
                                        TagGenerator.NONE,
                                        TagGenerator.NONE,
                                        "catalog",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "purge", Long.class),
                        List.of(
                                new RouteInvalidation(
                                        ProductControllerHttpCacheInterceptor::purgeInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "refresh"),
                        List.of(
                                new RouteInvalidation(
                                        ProductControllerHttpCacheInterceptor::refreshInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))));
    }

    /**
     * Writes the tags that {@link ProductController#update(long, String, Map)} invalidates.
     */
    private static void updateInvalidatedTags(TagWriter tags) {
        tags.add("products");
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the paths that {@link ProductController#update(long, String, Map)} invalidates.
     */
    private static void updateInvalidatedPaths(TagWriter paths) {
        paths.add("/products/" + paths.integer(paths.path("id")) + "/reviews");
        paths.add("/shops/" + paths.header("X-Shop", paths.header("Shop")) + "/products/" + paths.integer(paths.path("id")));
    }

    /**
     * Writes the tags that {@link ProductController#delete(long, HttpRequest)} invalidates.
     */
    private static void deleteInvalidatedTags(TagWriter tags) {
        tags.add("products");
    }

    /**
     * Writes the tags that {@link ProductController#delete(long, HttpRequest)} invalidates.
     */
    private static void deleteInvalidated2Tags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the paths that {@link ProductController#delete(long, HttpRequest)} invalidates.
     */
    private static void deleteInvalidated3Paths(TagWriter paths) {
        paths.add("/sitemap.xml");
    }

    /**
     * Writes the tags that {@link ProductController#purge(Long)} invalidates.
     */
    private static void purgeInvalidatedTags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the tags that {@link ProductController#refresh()} invalidates.
     */
    private static void refreshInvalidatedTags(TagWriter tags) {
        tags.add("products");
    }
}
