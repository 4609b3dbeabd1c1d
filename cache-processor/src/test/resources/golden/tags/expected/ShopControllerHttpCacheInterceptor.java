package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ShopController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ShopControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ShopController.class, "show", String.class, int.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        ShopControllerHttpCacheInterceptor::showKey,
                        ShopControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 1, null))),
                new CachedRoute(
                        new ControllerMethod(ShopController.class, "near", String.class, int.class, String.class, String.class, String.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("lang", "Cookie")
                                .keyedInPart("Cookie")
                                .build(),
                        ShopControllerHttpCacheInterceptor::nearKey,
                        ShopControllerHttpCacheInterceptor::nearTags));
    }

    /**
     * Writes the key of {@link ShopController#show(String, int)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("country");
        key.path("id", int.class);
    }

    /**
     * Writes the tags of {@link ShopController#show(String, int)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("shops");
        tags.add("shop:" + tags.path("country") + "/" + tags.integer(tags.path("id")));
        tags.add(tags.path("country"));
        tags.add("say \"hello\" to " + tags.path("country") + "!");
    }

    /**
     * Writes the key of {@link ShopController#near(String, int, String, String, String)}.
     */
    private static void nearKey(KeyWriter key) {
        key.path("city");
        key.query("city");
        key.query("limit", int.class, "20");
        key.query("sortBy");
        key.query("sort-by");
        key.header("lang");
        key.cookie("theme");
        key.noAttribute("city", "City", "sortBy", "Sort-By");
    }

    /**
     * Writes the tags of {@link ShopController#near(String, int, String, String, String)}.
     */
    private static void nearTags(TagWriter tags) {
        tags.add("city:" + tags.path("city", tags.query("city")) + ";limit:" + tags.value(1, tags.query("limit", "20")) + ";sort:" + tags.query("sortBy", tags.query("sort-by")) + ";lang:" + tags.header("lang", "en") + ";theme:" + tags.cookie("theme"));
    }
}
