package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link AccountController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AccountControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "show", Principal.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "orders", Authentication.class, int.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        AccountControllerHttpCached::ordersKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "hello", ServerAuthentication.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "menu", Optional.class),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "inbox"),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PRIVATE).build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AccountController.class, "terms"),
                        RoutePolicy.builder().ttl("1m").scope(CacheScope.PUBLIC).build(),
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
