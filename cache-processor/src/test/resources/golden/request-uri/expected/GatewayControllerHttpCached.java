package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link GatewayController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class GatewayControllerHttpCached implements CachedController {
    private static final RoutePolicy PROXY = RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("Accept-Encoding").build();

    private static final RoutePolicy SEARCH = RoutePolicy.builder()
            .keySource(KeySource.REQUEST_URI)
            .vary("X-Tenant", "Cookie", "Accept", "Accept-Encoding")
            .keyedInPart("Cookie", "Accept")
            .build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        GatewayController.class,
                        "proxy",
                        List.of(String.class, HttpRequest.class),
                        PROXY,
                        GatewayControllerHttpCached::proxyKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        GatewayController.class,
                        "search",
                        List.of(String.class, String.class, String.class, HttpHeaders.class),
                        SEARCH,
                        GatewayControllerHttpCached::searchKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link GatewayController#proxy(String, HttpRequest)}.
     */
    private static void proxyKey(KeyWriter key) {
        key.requestUri();
        key.vary("Accept-Encoding");
    }

    /**
     * The key of {@link GatewayController#search(String, String, String, HttpHeaders)}.
     */
    private static void searchKey(KeyWriter key) {
        key.requestUri();
        key.header("X-Tenant");
        key.cookie("theme");
        key.mediaType("application/json", "text/html");
        key.header("Accept-Encoding");
    }
}
