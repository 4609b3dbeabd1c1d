package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link VersionController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class VersionControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(VersionController.class, "version"),
                        RoutePolicy.builder().ttl("1d").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }
}
