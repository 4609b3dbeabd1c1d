package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link CatalogController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class CatalogControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy ALL = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy VERSION = RoutePolicy.builder().build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        CatalogController.class,
                        "show",
                        List.of(long.class),
                        SHOW,
                        CatalogControllerHttpCached::showKey,
                        CatalogControllerHttpCached::showTags),
                new CachedRoute(
                        CatalogController.class,
                        "all",
                        List.of(int.class),
                        ALL,
                        CatalogControllerHttpCached::allKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        CatalogController.class,
                        "version",
                        List.of(),
                        VERSION,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link CatalogController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The tags of {@link CatalogController#show(long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("item:" + tags.integer(tags.path("id")));
    }

    /**
     * The key of {@link CatalogController#all(int)}.
     */
    private static void allKey(KeyWriter key) {
        key.queryInteger("limit", "20");
    }
}
