package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link GatewayController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class GatewayControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(GatewayController.class, "proxy", String.class, HttpRequest.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("Accept-Encoding").build(),
                        GatewayControllerHttpCached::proxyKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(GatewayController.class, "search", String.class, String.class, String.class, HttpHeaders.class),
                        RoutePolicy.builder()
                                .keySource(KeySource.REQUEST_URI)
                                .vary("X-Tenant", "Cookie", "Accept", "Accept-Encoding")
                                .keyedInPart("Cookie", "Accept")
                                .build(),
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
