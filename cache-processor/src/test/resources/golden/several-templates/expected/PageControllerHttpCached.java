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
 * The cached routes of {@link PageController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class PageControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy HOME = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        PageController.class,
                        "show",
                        List.of(String.class, String.class),
                        SHOW,
                        PageControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PageController.class,
                        "home",
                        List.of(),
                        HOME,
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
