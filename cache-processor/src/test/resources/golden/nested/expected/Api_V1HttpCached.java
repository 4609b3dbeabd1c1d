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
 * The cached routes of {@link Api.V1}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class Api_V1HttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(Api.V1.class, "show", Api.Size.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        Api_V1HttpCached::showKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link Api.V1#show(Api.Size)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("size");
    }
}
