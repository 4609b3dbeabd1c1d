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
 * The cached routes of {@link OldController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
@SuppressWarnings({"deprecation", "removal"})
final class OldControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1h").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        OldController.class,
                        "show",
                        List.of(OldId.class),
                        SHOW,
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
