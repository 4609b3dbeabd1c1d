package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link FilterController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FilterControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FilterController.class, "list", long.class, Filter.class),
                        RoutePolicy.builder().ttl("1m").vary("Accept-Language", "Language").build(),
                        FilterControllerHttpCacheInterceptor::listKey,
                        FilterControllerHttpCacheInterceptor::listTags,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(FilterController.class, "orders", Sorting.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Cookie")
                                .keyedInPart("Cookie")
                                .build(),
                        FilterControllerHttpCacheInterceptor::ordersKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link FilterController#list(long, Filter)}.
     */
    private static void listKey(KeyWriter key) {
        key.path("shop");
        key.path("id", long.class);
        key.query("limit", int.class, "20");
        key.query("q");
        key.query("text");
        key.header("Accept-Language");
        key.header("Language");
    }

    /**
     * Writes the tags of {@link FilterController#list(long, Filter)}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the key of {@link FilterController#orders(Sorting)}.
     */
    private static void ordersKey(KeyWriter key) {
        key.path("shop");
        key.query("sort", "name");
        key.cookie("direction");
    }
}
