package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link PageController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class PageControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        PageController.class,
                        "show",
                        List.of(int.class),
                        SHOW,
                        PageControllerHttpCached::showKey,
                        PageControllerHttpCached::showTags));
    }

    /**
     * The key of {@link PageController#show(int)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("number");
    }

    /**
     * The tags of {@link PageController#show(int)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("pages");
        tags.add("page:" + tags.integer(tags.path("number")));
    }
}
