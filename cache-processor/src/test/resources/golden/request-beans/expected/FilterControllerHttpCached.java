package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link FilterController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class FilterControllerHttpCached implements CachedController {
    private static final RoutePolicy LIST = RoutePolicy.builder().ttl("1m").vary("Accept-Language", "Language").build();

    private static final RoutePolicy ORDERS = RoutePolicy.builder()
            .ttl("1m")
            .vary("Cookie")
            .keyedInPart("Cookie")
            .build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        FilterController.class,
                        "list",
                        List.of(long.class, Filter.class),
                        LIST,
                        FilterControllerHttpCached::listKey,
                        FilterControllerHttpCached::listTags),
                new CachedRoute(
                        FilterController.class,
                        "orders",
                        List.of(Sorting.class),
                        ORDERS,
                        FilterControllerHttpCached::ordersKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link FilterController#list(long, Filter)}.
     */
    private static void listKey(KeyWriter key) {
        key.path("shop");
        key.path("id");
        key.queryInteger("limit", "20");
        key.query("q");
        key.query("text");
        key.header("Accept-Language");
        key.header("Language");
    }

    /**
     * The tags of {@link FilterController#list(long, Filter)}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("product:" + tags.integer(tags.path("id")));
    }

    /**
     * The key of {@link FilterController#orders(Sorting)}.
     */
    private static void ordersKey(KeyWriter key) {
        key.path("shop");
        key.query("sort", "name");
        key.cookie("direction");
    }
}
