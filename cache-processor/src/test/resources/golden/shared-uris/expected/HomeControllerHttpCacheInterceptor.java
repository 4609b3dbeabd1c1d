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
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link HomeController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class HomeControllerHttpCacheInterceptor implements HttpCacheInterceptor {
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
                        HomeControllerHttpCacheInterceptor::pageKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "data", long.class, boolean.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        HomeControllerHttpCacheInterceptor::dataKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("number", 0, null))),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "index"),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(HomeController.class, "help"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link HomeController#page(long)}.
     */
    private static void pageKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the key of {@link HomeController#data(long, boolean)}.
     */
    private static void dataKey(KeyWriter key) {
        key.path("number", long.class);
        key.query("verbose", boolean.class);
        key.noAttribute("verbose", "Verbose");
    }
}
