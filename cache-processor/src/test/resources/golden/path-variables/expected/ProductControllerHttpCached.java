package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ProductController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ProductControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "show", String.class, long.class),
                        RoutePolicy.builder().ttl("10m").staleWhileRevalidate("1m").build(),
                        ProductControllerHttpCached::showKey,
                        ProductControllerHttpCached::showTags),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "byCode", String.class, String.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCached::byCodeKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "page", int.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCached::pageKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "archive", Integer.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCached::archiveKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(ProductController.class, "file", String.class),
                        RoutePolicy.builder().build(),
                        ProductControllerHttpCached::fileKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link ProductController#show(String, long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("tenant");
        key.path("id");
    }

    /**
     * The tags of {@link ProductController#show(String, long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("products");
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * The key of {@link ProductController#byCode(String, String)}.
     */
    private static void byCodeKey(KeyWriter key) {
        key.path("tenant");
        key.path("code");
        key.path("format");
    }

    /**
     * The key of {@link ProductController#page(int)}.
     */
    private static void pageKey(KeyWriter key) {
        key.path("tenant");
        key.path("page", "1");
    }

    /**
     * The key of {@link ProductController#archive(Integer)}.
     */
    private static void archiveKey(KeyWriter key) {
        key.path("tenant");
        key.path("year");
        key.queryInteger("year");
        key.noAttribute("year", "Year");
    }

    /**
     * The key of {@link ProductController#file(String)}.
     */
    private static void fileKey(KeyWriter key) {
        key.path("tenant");
        key.path("path");
    }
}
