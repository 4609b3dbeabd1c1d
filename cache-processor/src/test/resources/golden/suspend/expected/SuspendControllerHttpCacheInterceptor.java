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
import kotlin.coroutines.Continuation;

/**
 * Interceptor of {@link SuspendController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class SuspendControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(SuspendController.class, "show", long.class, Continuation.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        SuspendControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(SuspendController.class, "search", String.class, Continuation.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        SuspendControllerHttpCacheInterceptor::searchKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link SuspendController#show(long, Continuation)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the key of {@link SuspendController#search(String, Continuation)}.
     */
    private static void searchKey(KeyWriter key) {
        key.query("text");
    }
}
