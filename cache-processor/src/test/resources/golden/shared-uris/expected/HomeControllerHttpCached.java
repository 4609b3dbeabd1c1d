package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link HomeController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class HomeControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "page", long.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        HomeControllerHttpCached::pageKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "data", long.class, boolean.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        HomeControllerHttpCached::dataKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "index"),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "help"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link HomeController#page(long)}.
     */
    private static void pageKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The key of {@link HomeController#data(long, boolean)}.
     */
    private static void dataKey(KeyWriter key) {
        key.path("number");
        key.query("verbose");
        key.noAttribute("verbose", "Verbose");
    }
}
