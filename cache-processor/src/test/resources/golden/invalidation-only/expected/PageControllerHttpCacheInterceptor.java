package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagWriter;
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
                        new ControllerMethod(PageController.class, "show", int.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        PageControllerHttpCacheInterceptor::showKey,
                        PageControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("number", 0, null))));
    }

    /**
     * Writes the key of {@link PageController#show(int)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("number", int.class);
    }

    /**
     * Writes the tags of {@link PageController#show(int)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("pages");
        tags.add("page:" + tags.integer(tags.path("number")));
    }
}
