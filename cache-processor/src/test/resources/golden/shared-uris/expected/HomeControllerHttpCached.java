package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link HomeController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class HomeControllerHttpCached implements CachedController {
    private static final RoutePolicy PAGE = RoutePolicy.builder()
            .ttl("1m")
            .vary("Accept")
            .keyedInPart("Accept")
            .build();

    private static final RoutePolicy DATA = RoutePolicy.builder()
            .ttl("1m")
            .vary("Accept")
            .keyedInPart("Accept")
            .build();

    private static final RoutePolicy INDEX = RoutePolicy.builder()
            .ttl("1m")
            .vary("Accept")
            .keyedInPart("Accept")
            .build();

    private static final RoutePolicy HELP = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        HomeController.class,
                        "page",
                        List.of(long.class),
                        PAGE,
                        HomeControllerHttpCached::pageKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        HomeController.class,
                        "data",
                        List.of(long.class, boolean.class),
                        DATA,
                        HomeControllerHttpCached::dataKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        HomeController.class,
                        "index",
                        List.of(),
                        INDEX,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        HomeController.class,
                        "help",
                        List.of(),
                        HELP,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link HomeController#page(long)}.
     */
    private static void pageKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The key of {@link HomeController#data(long, boolean)}.
     */
    private static void dataKey(KeyWriter key) {
        key.path("number");
        key.query("verbose");
        key.noAttribute("verbose", "Verbose");
    }
}
