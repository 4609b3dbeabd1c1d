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
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link FilmController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FilmControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FilmController.class, "show", UUID.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FilmControllerHttpCached::showKey,
                        FilmControllerHttpCached::showTags),
                new CachedRoute(
                        new ControllerMethod(FilmController.class, "list"),
                        RoutePolicy.builder().ttl("1h").build(),
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
