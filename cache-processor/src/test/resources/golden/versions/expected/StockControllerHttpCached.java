package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link StockController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class StockControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(StockController.class, "show", long.class),
                        RoutePolicy.builder().ttl("1m").version(StockController.Versions.class).build(),
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
