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
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link FilmController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FilmControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FilmController.class, "show", UUID.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FilmControllerHttpCacheInterceptor::showKey,
                        FilmControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(FilmController.class, "list"),
                        RoutePolicy.builder().ttl("1h").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link FilmController#show(Object)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", UUID.class);
    }

    /**
     * Writes the tags of {@link FilmController#show(Object)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("entity:" + tags.value(0, tags.path("id", null)));
    }
}
