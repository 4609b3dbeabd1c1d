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
import io.micronaut.http.cookie.Cookies;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ReadingController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ReadingControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "headers", HttpHeaders.class),
                        RoutePolicy.builder().vary("X-Tenant", "X-Region").build(),
                        ReadingControllerHttpCacheInterceptor::headersKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "cookies", Cookies.class),
                        RoutePolicy.builder().vary("cookie").build(),
                        ReadingControllerHttpCacheInterceptor::cookiesKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "request", HttpRequest.class, HttpHeaders.class, Cookies.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build(),
                        ReadingControllerHttpCacheInterceptor::requestKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "attribute", String.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build(),
                        ReadingControllerHttpCacheInterceptor::attributeKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "ofAnAnnotation", String.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build(),
                        ReadingControllerHttpCacheInterceptor::ofAnAnnotationKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReadingController.class, "ofAType", ReadingController.Tenant.class),
                        RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build(),
                        ReadingControllerHttpCacheInterceptor::ofATypeKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link ReadingController#headers(HttpHeaders)}.
     */
    private static void headersKey(KeyWriter key) {
        key.header("X-Tenant");
        key.header("X-Region");
    }

    /**
     * Writes the key of {@link ReadingController#cookies(Cookies)}.
     */
    private static void cookiesKey(KeyWriter key) {
        key.header("cookie");
    }

    /**
     * Writes the key of {@link ReadingController#request(HttpRequest, HttpHeaders, Cookies)}.
     */
    private static void requestKey(KeyWriter key) {
        key.requestUri();
        key.header("X-Tenant");
    }

    /**
     * Writes the key of {@link ReadingController#attribute(String)}.
     */
    private static void attributeKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * Writes the key of {@link ReadingController#ofAnAnnotation(String)}.
     */
    private static void ofAnAnnotationKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * Writes the key of {@link ReadingController#ofAType(ReadingController.Tenant)}.
     */
    private static void ofATypeKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }
}
