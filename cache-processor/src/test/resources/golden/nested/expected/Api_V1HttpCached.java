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
 * The cached routes of {@link Api.V1}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class Api_V1HttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        Api.V1.class,
                        "show",
                        List.of(Api.Size.class),
                        SHOW,
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
