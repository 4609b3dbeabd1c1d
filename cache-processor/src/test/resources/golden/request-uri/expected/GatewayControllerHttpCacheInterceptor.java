package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link GatewayController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class GatewayControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(GatewayController.class, "proxy", String.class, HttpRequest.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("Accept-Encoding").build(),
                        GatewayControllerHttpCacheInterceptor::proxyKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(GatewayController.class, "search", String.class, String.class, String.class, HttpHeaders.class),
                        RoutePolicy.builder()
                                .keySource(KeySource.REQUEST_URI)
                                .vary("X-Tenant", "Cookie", "Accept", "Accept-Encoding")
                                .keyedInPart("Cookie", "Accept")
                                .takenParameters("q")
                                .build(),
                        GatewayControllerHttpCacheInterceptor::searchKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link GatewayController#proxy(String, HttpRequest)}.
     */
    private static void proxyKey(KeyWriter key) {
        key.requestUri();
        key.vary("Accept-Encoding");
    }

    /**
     * Writes the key of {@link GatewayController#search(String, String, String, HttpHeaders)}.
     */
    private static void searchKey(KeyWriter key) {
        key.requestUri();
        key.header("X-Tenant");
        key.cookie("theme");
        key.mediaType("application/json", "text/html");
        key.header("Accept-Encoding");
    }
}
