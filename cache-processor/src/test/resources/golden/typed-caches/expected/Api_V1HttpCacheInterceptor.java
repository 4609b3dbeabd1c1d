package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link Api.V1}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
@SuppressWarnings({"deprecation", "removal"})
public final class Api_V1HttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(Api.V1.class, "status", Api.Status.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        Api_V1HttpCacheInterceptor::statusKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("status", 0, null))));
    }

    /**
     * Writes the key of {@link Api.V1#status(Api.Status)}.
     */
    private static void statusKey(KeyWriter key) {
        key.path("status", Api.Status.class);
    }
}
