package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link BookController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class BookControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(BookController.class, "show", Long.class),
                        RoutePolicy.builder().ttl("5m").build(),
                        BookControllerHttpCacheInterceptor::showKey,
                        BookControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(BookController.class, "list"),
                        RoutePolicy.builder().ttl("5m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(BookController.class, "latest"),
                        RoutePolicy.builder().ttl("5s").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link BookController#show(Object)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", Long.class);
    }

    /**
     * Writes the tags of {@link BookController#show(Object)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("entity:" + tags.integer(tags.path("id")));
    }
}
