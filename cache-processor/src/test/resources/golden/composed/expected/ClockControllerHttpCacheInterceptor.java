package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ClockController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ClockControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ClockController.class, "hour"),
                        RoutePolicy.builder().ttl("1h").build(),
                        KeyGenerator.NONE,
                        ClockControllerHttpCacheInterceptor::hourTags),
                new CachedRoute(
                        new ControllerMethod(ClockController.class, "minute"),
                        RoutePolicy.builder().ttl("1h").build(),
                        KeyGenerator.NONE,
                        ClockControllerHttpCacheInterceptor::minuteTags));
    }

    /**
     * Writes the tags of {@link ClockController#hour()}.
     */
    private static void hourTags(TagWriter tags) {
        tags.add("hourly");
    }

    /**
     * Writes the tags of {@link ClockController#minute()}.
     */
    private static void minuteTags(TagWriter tags) {
        tags.add("hourly");
    }
}
