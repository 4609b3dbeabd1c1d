package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link BookController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class BookControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("5m").build();

    private static final RoutePolicy LIST = RoutePolicy.builder().ttl("5m").build();

    private static final RoutePolicy LATEST = RoutePolicy.builder().ttl("5s").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        BookController.class,
                        "show",
                        List.of(Long.class),
                        SHOW,
                        BookControllerHttpCached::showKey,
                        BookControllerHttpCached::showTags),
                new CachedRoute(
                        BookController.class,
                        "list",
                        List.of(),
                        LIST,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        BookController.class,
                        "latest",
                        List.of(),
                        LATEST,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link BookController#show(Object)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The tags of {@link BookController#show(Object)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("entity:" + tags.integer(tags.path("id")));
    }
}
