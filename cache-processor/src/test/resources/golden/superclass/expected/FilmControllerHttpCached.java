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
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link FilmController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class FilmControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy LIST = RoutePolicy.builder().ttl("1h").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        FilmController.class,
                        "show",
                        List.of(UUID.class),
                        SHOW,
                        FilmControllerHttpCached::showKey,
                        FilmControllerHttpCached::showTags),
                new CachedRoute(
                        FilmController.class,
                        "list",
                        List.of(),
                        LIST,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link FilmController#show(Object)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The tags of {@link FilmController#show(Object)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("entity:" + tags.path("id"));
    }
}
