package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link OverloadController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class OverloadControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SHOW2 = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SHOW3 = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SHOW22 = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SHOW4 = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy ROUTES = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        OverloadController.class,
                        "show",
                        List.of(),
                        SHOW,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        OverloadController.class,
                        "show",
                        List.of(long.class),
                        SHOW2,
                        OverloadControllerHttpCached::show2Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        OverloadController.class,
                        "show",
                        List.of(long.class, long[].class),
                        SHOW3,
                        OverloadControllerHttpCached::show3Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        OverloadController.class,
                        "show2",
                        List.of(List.class),
                        SHOW22,
                        OverloadControllerHttpCached::show22Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        OverloadController.class,
                        "show",
                        List.of(Map.class, String[][].class),
                        SHOW4,
                        OverloadControllerHttpCached::show4Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        OverloadController.class,
                        "routes",
                        List.of(Map.Entry.class),
                        ROUTES,
                        OverloadControllerHttpCached::routesKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link OverloadController#show(long)}.
     */
    private static void show2Key(KeyWriter key) {
        key.path("id");
    }

    /**
     * The key of {@link OverloadController#show(long, long[])}.
     */
    private static void show3Key(KeyWriter key) {
        key.path("id");
        key.path("ids");
    }

    /**
     * The key of {@link OverloadController#show2(List)}.
     */
    private static void show22Key(KeyWriter key) {
        key.query("names");
        key.noAttribute("names", "Names");
    }

    /**
     * The key of {@link OverloadController#show(Map, String[][])}.
     */
    private static void show4Key(KeyWriter key) {
        key.path("map");
        key.path("matrix");
    }

    /**
     * The key of {@link OverloadController#routes(Map.Entry)}.
     */
    private static void routesKey(KeyWriter key) {
        key.path("entries");
    }
}
