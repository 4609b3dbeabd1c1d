package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.http.HttpRequest;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link TenantController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class TenantControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        TenantControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "logo", long.class),
                        RoutePolicy.builder().ttl("10m").vary("Host").build(),
                        TenantControllerHttpCached::logoKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "name", long.class, String.class),
                        RoutePolicy.builder().ttl("10m").vary("Host").build(),
                        TenantControllerHttpCached::nameKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(TenantController.class, "links", HttpRequest.class),
                        RoutePolicy.builder().ttl("10m").keySource(KeySource.REQUEST_URI).build(),
                        TenantControllerHttpCached::linksKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link TenantController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The key of {@link TenantController#logo(long)}.
     */
    private static void logoKey(KeyWriter key) {
        key.path("id");
        key.vary("Host");
    }

    /**
     * The key of {@link TenantController#name(long, String)}.
     */
    private static void nameKey(KeyWriter key) {
        key.path("id");
        key.header("Host");
    }

    /**
     * The key of {@link TenantController#links(HttpRequest)}.
     */
    private static void linksKey(KeyWriter key) {
        key.requestUri();
    }
}
