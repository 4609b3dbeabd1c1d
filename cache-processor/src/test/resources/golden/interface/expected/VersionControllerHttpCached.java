package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link VersionController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class VersionControllerHttpCached implements CachedController {
    private static final RoutePolicy VERSION = RoutePolicy.builder().ttl("1d").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        VersionController.class,
                        "version",
                        List.of(),
                        VERSION,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }
}
