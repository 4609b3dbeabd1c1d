package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link GreetingController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class GreetingControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "greet", String.class, String.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Language", "X-Tenant").build(),
                        GreetingControllerHttpCached::greetKey,
                        GreetingControllerHttpCached::greetTags),
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "named", String.class),
                        RoutePolicy.builder().ttl("1h").vary("shopRegion", "Shop-Region").build(),
                        GreetingControllerHttpCached::namedKey,
                        GreetingControllerHttpCached::namedTags),
                new CachedRoute(
                        new ControllerMethod(GreetingController.class, "cookies", String.class, String.class, Cookie.class),
                        RoutePolicy.builder()
                                .ttl("1h")
                                .vary("Cookie")
                                .keyedInPart("Cookie")
                                .build(),
                        GreetingControllerHttpCached::cookiesKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link GreetingController#greet(String, String)}.
     */
    private static void greetKey(KeyWriter key) {
        key.header("Accept-Language");
        key.header("X-Tenant");
    }

    /**
     * The tags of {@link GreetingController#greet(String, String)}.
     */
    private static void greetTags(TagWriter tags) {
        tags.add("greeting:" + tags.header("Accept-Language", "en"));
    }

    /**
     * The key of {@link GreetingController#named(String)}.
     */
    private static void namedKey(KeyWriter key) {
        key.header("shopRegion");
        key.header("Shop-Region");
    }

    /**
     * The tags of {@link GreetingController#named(String)}.
     */
    private static void namedTags(TagWriter tags) {
        tags.add("region:" + tags.header("shopRegion", tags.header("Shop-Region")));
    }

    /**
     * The key of {@link GreetingController#cookies(String, String, Cookie)}.
     */
    private static void cookiesKey(KeyWriter key) {
        key.cookie("theme");
        key.cookie("colors");
        key.cookie("group");
        key.cookie("seen");
    }
}
