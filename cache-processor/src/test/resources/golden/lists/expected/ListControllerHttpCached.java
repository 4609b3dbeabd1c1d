package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ListController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class ListControllerHttpCached implements CachedController {
    private static final RoutePolicy EXPLODED = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy PLAIN = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy FORMATS = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy DEFAULTS = RoutePolicy.builder().ttl("1h").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        ListController.class,
                        "exploded",
                        List.of(List.class),
                        EXPLODED,
                        ListControllerHttpCached::explodedKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ListController.class,
                        "plain",
                        List.of(Set.class, String[].class),
                        PLAIN,
                        ListControllerHttpCached::plainKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ListController.class,
                        "formats",
                        List.of(List.class, Collection.class, Optional.class),
                        FORMATS,
                        ListControllerHttpCached::formatsKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ListController.class,
                        "defaults",
                        List.of(List.class),
                        DEFAULTS,
                        ListControllerHttpCached::defaultsKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link ListController#exploded(List)}.
     */
    private static void explodedKey(KeyWriter key) {
        key.query("tags");
        key.noAttribute("tags", "Tags");
    }

    /**
     * The key of {@link ListController#plain(Set, String[])}.
     */
    private static void plainKey(KeyWriter key) {
        key.query("ids");
        key.query("names");
        key.noAttribute("ids", "Ids", "names", "Names");
    }

    /**
     * The key of {@link ListController#formats(List, Collection, Optional)}.
     */
    private static void formatsKey(KeyWriter key) {
        key.query("commas");
        key.query("blanks");
        key.query("bars");
    }

    /**
     * The key of {@link ListController#defaults(List)}.
     */
    private static void defaultsKey(KeyWriter key) {
        key.query("ids", "1");
    }
}
