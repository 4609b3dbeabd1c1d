package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link AccountController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AccountControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "show", Principal.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "orders", Authentication.class, int.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        AccountControllerHttpCacheInterceptor::ordersKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "hello", ServerAuthentication.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "menu", Optional.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "inbox"),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "terms"),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PUBLIC).build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link AccountController#orders(Authentication, int)}.
     */
    private static void ordersKey(KeyWriter key) {
        key.query("page", int.class);
        key.noAttribute("page", "Page");
    }
}
