package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link Searches}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class SearchesHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(Searches.class, "search", String.class, int.class, String.class),
                        RoutePolicy.builder().ttl("1m").safe("QUERY").build(),
                        SearchesHttpCacheInterceptor::searchKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(Searches.class, "find", Map.class),
                        RoutePolicy.builder().ttl("1m").safe("POST").build(),
                        SearchesHttpCacheInterceptor::findKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link Searches#search(String, int, String)}.
     */
    private static void searchKey(KeyWriter key) {
        key.path("shop");
        key.query("page", int.class);
        key.body();
    }

    /**
     * Writes the key of {@link Searches#find(Map)}.
     */
    private static void findKey(KeyWriter key) {
        key.jsonBody();
    }
}
