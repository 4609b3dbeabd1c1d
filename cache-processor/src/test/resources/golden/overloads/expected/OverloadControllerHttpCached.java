package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link OverloadController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class OverloadControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", long.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCached::show2Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", long.class, long[].class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCached::show3Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show2", List.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCached::show22Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", Map.class, String[][].class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCached::show4Key,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "routes", Map.Entry.class),
                        RoutePolicy.builder().ttl("1m").build(),
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
