package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link PageController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class PageControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(PageController.class, "show", int.class),
                        RoutePolicy.builder().ttl("1m").build(),
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
