package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ClockController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ClockControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ClockController.class, "hour"),
                        RoutePolicy.builder().ttl("1h").build(),
                        KeyRecipe.NONE,
                        ClockControllerHttpCached::hourTags),
                new CachedRoute(
                        new ControllerMethod(ClockController.class, "minute"),
                        RoutePolicy.builder().ttl("1h").build(),
                        KeyRecipe.NONE,
                        ClockControllerHttpCached::minuteTags));
    }

    /**
     * The tags of {@link ClockController#hour()}.
     */
    private static void hourTags(TagWriter tags) {
        tags.add("hourly");
    }

    /**
     * The tags of {@link ClockController#minute()}.
     */
    private static void minuteTags(TagWriter tags) {
        tags.add("hourly");
    }
}
