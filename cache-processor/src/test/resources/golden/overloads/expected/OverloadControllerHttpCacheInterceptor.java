package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link OverloadController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class OverloadControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", long.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCacheInterceptor::show2Key,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", long.class, long[].class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCacheInterceptor::show3Key,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show2", List.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCacheInterceptor::show22Key,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "show", Map.class, String[][].class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCacheInterceptor::show4Key,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("map", 0, null))),
                new CachedRoute(
                        new ControllerMethod(OverloadController.class, "routes", Map.Entry.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        OverloadControllerHttpCacheInterceptor::routesKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("entries", 0, null))));
    }

    /**
     * Writes the key of {@link OverloadController#show(long)}.
     */
    private static void show2Key(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the key of {@link OverloadController#show(long, long[])}.
     */
    private static void show3Key(KeyWriter key) {
        key.path("id", long.class);
        key.path("ids");
    }

    /**
     * Writes the key of {@link OverloadController#show2(List)}.
     */
    private static void show22Key(KeyWriter key) {
        key.query("names");
        key.noAttribute("names", "Names");
    }

    /**
     * Writes the key of {@link OverloadController#show(Map, String[][])}.
     */
    private static void show4Key(KeyWriter key) {
        key.path("map");
        key.path("matrix");
    }

    /**
     * Writes the key of {@link OverloadController#routes(Map.Entry)}.
     */
    private static void routesKey(KeyWriter key) {
        key.path("entries");
    }
}
