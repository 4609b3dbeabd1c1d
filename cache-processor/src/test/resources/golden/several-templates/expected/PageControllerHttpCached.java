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
 * The cached routes of {@link PageController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class PageControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(PageController.class, "show", String.class, String.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        PageControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(PageController.class, "home"),
                        RoutePolicy.builder().ttl("1m").build(),
                        PageControllerHttpCached::homeKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link PageController#show(String, String)}.
     */
    private static void showKey(KeyWriter key) {
        key.path();
        key.query("name");
        key.query("title");
        key.noAttribute("name", "Name", "title", "Title");
    }

    /**
     * The key of {@link PageController#home()}.
     */
    private static void homeKey(KeyWriter key) {
        key.path();
    }
}
