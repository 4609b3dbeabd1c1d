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
 * Interceptor of {@link Api.V2}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class Api_V2HttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(Api.V2.class, "status", String.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        Api_V2HttpCacheInterceptor::statusKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link Api.V2#status(String)}.
     */
    private static void statusKey(KeyWriter key) {
        key.path("status");
    }
}
