package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ClockController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class ClockControllerHttpCached implements CachedController {
    private static final RoutePolicy HOUR = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy MINUTE = RoutePolicy.builder().ttl("1h").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        ClockController.class,
                        "hour",
                        List.of(),
                        HOUR,
                        KeyRecipe.NONE,
                        ClockControllerHttpCached::hourTags),
                new CachedRoute(
                        ClockController.class,
                        "minute",
                        List.of(),
                        MINUTE,
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
