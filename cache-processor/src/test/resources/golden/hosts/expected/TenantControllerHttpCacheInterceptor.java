package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.micronaut.http.HttpRequest;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link TenantController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class TenantControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        TenantControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "logo", long.class),
                        RoutePolicy.builder().ttl("10m").vary("Host").build(),
                        TenantControllerHttpCacheInterceptor::logoKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "name", long.class, String.class),
                        RoutePolicy.builder().ttl("10m").vary("Host").build(),
                        TenantControllerHttpCacheInterceptor::nameKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "links", HttpRequest.class),
                        RoutePolicy.builder().ttl("10m").keySource(KeySource.REQUEST_URI).build(),
                        TenantControllerHttpCacheInterceptor::linksKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link TenantController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the key of {@link TenantController#logo(long)}.
     */
    private static void logoKey(KeyWriter key) {
        key.path("id", long.class);
        key.vary("Host");
    }

    /**
     * Writes the key of {@link TenantController#name(long, String)}.
     */
    private static void nameKey(KeyWriter key) {
        key.path("id", long.class);
        key.header("Host");
    }

    /**
     * Writes the key of {@link TenantController#links(HttpRequest)}.
     */
    private static void linksKey(KeyWriter key) {
        key.requestUri();
    }
}
