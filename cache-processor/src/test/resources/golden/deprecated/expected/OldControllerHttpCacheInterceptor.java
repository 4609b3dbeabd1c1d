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
 * Interceptor of {@link OldController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
@SuppressWarnings({"deprecation", "removal"})
public final class OldControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(OldController.class, "show", OldId.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        OldControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))));
    }

    /**
     * Writes the key of {@link OldController#show(OldId)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }
}
