package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
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
                        new ControllerMethod(TenantController.class, "ofController", long.class),
                        RoutePolicy.builder().key(TenantController.TenantKey.class).build(),
                        TenantControllerHttpCacheInterceptor::ofControllerKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "replaced"),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .ignoredParameters("utm_*", "fbclid")
                                .keySource(KeySource.REQUEST_URI)
                                .key(TenantController.TenantKey.class)
                                .key(GroupKey.class)
                                .build(),
                        TenantControllerHttpCacheInterceptor::replacedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "removed"),
                        RoutePolicy.builder().build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link TenantController#ofController(long)}.
     */
    private static void ofControllerKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the key of {@link TenantController#replaced()}.
     */
    private static void replacedKey(KeyWriter key) {
        key.requestUri();
    }
}
