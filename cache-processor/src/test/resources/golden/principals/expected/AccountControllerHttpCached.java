package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link AccountController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class AccountControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build();

    private static final RoutePolicy ORDERS = RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build();

    private static final RoutePolicy HELLO = RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build();

    private static final RoutePolicy MENU = RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build();

    private static final RoutePolicy INBOX = RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build();

    private static final RoutePolicy TERMS = RoutePolicy.builder().ttl("1m").scope(CacheScope.PUBLIC).build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        AccountController.class,
                        "show",
                        List.of(Principal.class),
                        SHOW,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AccountController.class,
                        "orders",
                        List.of(Authentication.class, int.class),
                        ORDERS,
                        AccountControllerHttpCached::ordersKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        AccountController.class,
                        "hello",
                        List.of(ServerAuthentication.class),
                        HELLO,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AccountController.class,
                        "menu",
                        List.of(Optional.class),
                        MENU,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AccountController.class,
                        "inbox",
                        List.of(),
                        INBOX,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AccountController.class,
                        "terms",
                        List.of(),
                        TERMS,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link AccountController#orders(Authentication, int)}.
     */
    private static void ordersKey(KeyWriter key) {
        key.queryInteger("page");
        key.noAttribute("page", "Page");
    }
}
