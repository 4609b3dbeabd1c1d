package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link CatalogController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class CatalogControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        CatalogControllerHttpCached::showKey,
                        CatalogControllerHttpCached::showTags),
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "all", int.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        CatalogControllerHttpCached::allKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(CatalogController.class, "version"),
                        RoutePolicy.builder().build(),
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
