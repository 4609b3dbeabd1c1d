package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link BookController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class BookControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(BookController.class, "show", Long.class),
                        RoutePolicy.builder().ttl("5m").build(),
                        BookControllerHttpCached::showKey,
                        BookControllerHttpCached::showTags),
                new CachedRoute(
                        new ControllerMethod(BookController.class, "list"),
                        RoutePolicy.builder().ttl("5m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(BookController.class, "latest"),
                        RoutePolicy.builder().ttl("5s").build(),
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
