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
 * The cached routes of {@link OldController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
@SuppressWarnings({"deprecation", "removal"})
public final class OldControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(OldController.class, "show", OldId.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        OldControllerHttpCached::showKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link OldController#show(OldId)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }
}
