package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link GreetingController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class GreetingControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "greet", String.class, String.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Language", "X-Tenant").build(),
                        GreetingControllerHttpCacheInterceptor::greetKey,
                        GreetingControllerHttpCacheInterceptor::greetTags),
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "named", String.class),
                        RoutePolicy.builder().ttl("1h").vary("shopRegion", "Shop-Region").build(),
                        GreetingControllerHttpCacheInterceptor::namedKey,
                        GreetingControllerHttpCacheInterceptor::namedTags),
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "cookies", String.class, String.class, Cookie.class),
                        RoutePolicy.builder()
                                .ttl("1h")
                                .vary("Cookie")
                                .keyedInPart("Cookie")
                                .build(),
                        GreetingControllerHttpCacheInterceptor::cookiesKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link GreetingController#greet(String, String)}.
     */
    private static void greetKey(KeyWriter key) {
        key.header("Accept-Language");
        key.header("X-Tenant");
    }

    /**
     * Writes the tags of {@link GreetingController#greet(String, String)}.
     */
    private static void greetTags(TagWriter tags) {
        tags.add("greeting:" + tags.header("Accept-Language", "en"));
    }

    /**
     * Writes the key of {@link GreetingController#named(String)}.
     */
    private static void namedKey(KeyWriter key) {
        key.header("shopRegion");
        key.header("Shop-Region");
    }

    /**
     * Writes the tags of {@link GreetingController#named(String)}.
     */
    private static void namedTags(TagWriter tags) {
        tags.add("region:" + tags.header("shopRegion", tags.header("Shop-Region")));
    }

    /**
     * Writes the key of {@link GreetingController#cookies(String, String, Cookie)}.
     */
    private static void cookiesKey(KeyWriter key) {
        key.cookie("theme");
        key.cookie("colors");
        key.cookie("group");
        key.cookie("seen");
    }
}
