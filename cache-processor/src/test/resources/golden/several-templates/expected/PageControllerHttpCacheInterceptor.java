package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link PageController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class PageControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(PageController.class, "show", String.class, String.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        PageControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(PageController.class, "home"),
                        RoutePolicy.builder().ttl("1m").build(),
                        PageControllerHttpCacheInterceptor::homeKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link PageController#show(String, String)}.
     */
    private static void showKey(KeyWriter key) {
        key.path();
        key.query("name");
        key.query("title");
        key.noAttribute("name", "Name", "title", "Title");
    }

    /**
     * Writes the key of {@link PageController#home()}.
     */
    private static void homeKey(KeyWriter key) {
        key.path();
    }
}
