package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.InvalidatingRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RouteEviction;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ProductController}, and those that evict.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ProductControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "list"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        ProductControllerHttpCached::listTags),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ProductControllerHttpCached::showKey,
                        ProductControllerHttpCached::showTags));
    }

    /**
     * The tags of {@link ProductController#list()}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("products");
    }

    /**
     * The key of {@link ProductController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The tags of {@link ProductController#show(long)}.
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
                                new RouteEviction(
                                        ProductControllerHttpCached::updateEvictedTags,
                                        ProductControllerHttpCached::updateEvictedPaths,
                                        "${catalog.namespace:catalog}",
                                        true))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "delete", long.class, HttpRequest.class),
                        List.of(
                                new RouteEviction(
                                        ProductControllerHttpCached::deleteEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        true),
                                new RouteEviction(
                                        ProductControllerHttpCached::deleteEvicted2Tags,
                                        TagRecipe.NONE,
                                        "",
                                        false),
                                new RouteEviction(
                                        TagRecipe.NONE,
                                        ProductControllerHttpCached::deleteEvicted3Paths,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "importAll", byte[].class),
                        List.of(
                                new RouteEviction(
                                        TagRecipe.NONE,
                                        TagRecipe.NONE,
                                        "catalog",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "purge", Long.class),
                        List.of(
                                new RouteEviction(
                                        ProductControllerHttpCached::purgeEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ProductController.class, "refresh"),
                        List.of(
                                new RouteEviction(
                                        ProductControllerHttpCached::refreshEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))));
    }

    /**
     * The tags that {@link ProductController#update(long, String, Map)} evicts.
     */
    private static void updateEvictedTags(TagWriter tags) {
        tags.add("products");
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * The paths that {@link ProductController#update(long, String, Map)} evicts.
     */
    private static void updateEvictedPaths(TagWriter paths) {
        paths.add("/products/" + paths.integer(paths.path("id")) + "/reviews");
        paths.add("/shops/" + paths.header("X-Shop", paths.header("Shop")) + "/products/" + paths.integer(paths.path("id")));
    }

    /**
     * The tags that {@link ProductController#delete(long, HttpRequest)} evicts.
     */
    private static void deleteEvictedTags(TagWriter tags) {
        tags.add("products");
    }

    /**
     * The tags that {@link ProductController#delete(long, HttpRequest)} evicts.
     */
    private static void deleteEvicted2Tags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * The paths that {@link ProductController#delete(long, HttpRequest)} evicts.
     */
    private static void deleteEvicted3Paths(TagWriter paths) {
        paths.add("/sitemap.xml");
    }

    /**
     * The tags that {@link ProductController#purge(Long)} evicts.
     */
    private static void purgeEvictedTags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * The tags that {@link ProductController#refresh()} evicts.
     */
    private static void refreshEvictedTags(TagWriter tags) {
        tags.add("products");
    }
}
