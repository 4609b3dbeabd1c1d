package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link StockController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class StockControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").version(StockController.Versions.class).build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        StockController.class,
                        "show",
                        List.of(long.class),
                        SHOW,
                        StockControllerHttpCached::showKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link StockController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }
}
