package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link TenantController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class TenantControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy LOGO = RoutePolicy.builder().ttl("10m").vary("Host").build();

    private static final RoutePolicy NAME = RoutePolicy.builder().ttl("10m").vary("Host").build();

    private static final RoutePolicy LINKS = RoutePolicy.builder().ttl("10m").keySource(KeySource.REQUEST_URI).build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        TenantController.class,
                        "show",
                        List.of(long.class),
                        SHOW,
                        TenantControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        TenantController.class,
                        "logo",
                        List.of(long.class),
                        LOGO,
                        TenantControllerHttpCached::logoKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        TenantController.class,
                        "name",
                        List.of(long.class, String.class),
                        NAME,
                        TenantControllerHttpCached::nameKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        TenantController.class,
                        "links",
                        List.of(HttpRequest.class),
                        LINKS,
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
