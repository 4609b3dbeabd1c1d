package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ProductController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class ProductControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("10m").staleWhileRevalidate("1m").build();

    private static final RoutePolicy BY_CODE = RoutePolicy.builder().build();

    private static final RoutePolicy PAGE = RoutePolicy.builder().build();

    private static final RoutePolicy ARCHIVE = RoutePolicy.builder().build();

    private static final RoutePolicy FILE = RoutePolicy.builder().build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        ProductController.class,
                        "show",
                        List.of(String.class, long.class),
                        SHOW,
                        ProductControllerHttpCached::showKey,
                        ProductControllerHttpCached::showTags),
                new CachedRoute(
                        ProductController.class,
                        "byCode",
                        List.of(String.class, String.class),
                        BY_CODE,
                        ProductControllerHttpCached::byCodeKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ProductController.class,
                        "page",
                        List.of(int.class),
                        PAGE,
                        ProductControllerHttpCached::pageKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ProductController.class,
                        "archive",
                        List.of(Integer.class),
                        ARCHIVE,
                        ProductControllerHttpCached::archiveKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ProductController.class,
                        "file",
                        List.of(String.class),
                        FILE,
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
