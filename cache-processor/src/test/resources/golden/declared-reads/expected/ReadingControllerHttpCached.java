package golden;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookies;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ReadingController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class ReadingControllerHttpCached implements CachedController {
    private static final RoutePolicy HEADERS = RoutePolicy.builder().vary("X-Tenant", "X-Region").build();

    private static final RoutePolicy COOKIES = RoutePolicy.builder().vary("cookie").build();

    private static final RoutePolicy REQUEST = RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build();

    private static final RoutePolicy ATTRIBUTE = RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build();

    private static final RoutePolicy OF_AN_ANNOTATION = RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build();

    private static final RoutePolicy OF_ATYPE = RoutePolicy.builder().keySource(KeySource.REQUEST_URI).vary("X-Tenant").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        ReadingController.class,
                        "headers",
                        List.of(HttpHeaders.class),
                        HEADERS,
                        ReadingControllerHttpCached::headersKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReadingController.class,
                        "cookies",
                        List.of(Cookies.class),
                        COOKIES,
                        ReadingControllerHttpCached::cookiesKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReadingController.class,
                        "request",
                        List.of(HttpRequest.class, HttpHeaders.class, Cookies.class),
                        REQUEST,
                        ReadingControllerHttpCached::requestKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReadingController.class,
                        "attribute",
                        List.of(String.class),
                        ATTRIBUTE,
                        ReadingControllerHttpCached::attributeKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReadingController.class,
                        "ofAnAnnotation",
                        List.of(String.class),
                        OF_AN_ANNOTATION,
                        ReadingControllerHttpCached::ofAnAnnotationKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReadingController.class,
                        "ofAType",
                        List.of(ReadingController.Tenant.class),
                        OF_ATYPE,
                        ReadingControllerHttpCached::ofATypeKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link ReadingController#headers(HttpHeaders)}.
     */
    private static void headersKey(KeyWriter key) {
        key.header("X-Tenant");
        key.header("X-Region");
    }

    /**
     * The key of {@link ReadingController#cookies(Cookies)}.
     */
    private static void cookiesKey(KeyWriter key) {
        key.header("cookie");
    }

    /**
     * The key of {@link ReadingController#request(HttpRequest, HttpHeaders, Cookies)}.
     */
    private static void requestKey(KeyWriter key) {
        key.requestUri();
        key.header("X-Tenant");
    }

    /**
     * The key of {@link ReadingController#attribute(String)}.
     */
    private static void attributeKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * The key of {@link ReadingController#ofAnAnnotation(String)}.
     */
    private static void ofAnAnnotationKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * The key of {@link ReadingController#ofAType(ReadingController.Tenant)}.
     */
    private static void ofATypeKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }
}
