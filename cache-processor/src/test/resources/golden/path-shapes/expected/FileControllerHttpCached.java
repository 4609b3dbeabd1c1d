package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link FileController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class FileControllerHttpCached implements CachedController {
    private static final RoutePolicy RAW = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy REST = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy MONTHS = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy NAMED = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy SHORTENED = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy VERSION = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy SOUGHT = RoutePolicy.builder().ttl("1h").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        FileController.class,
                        "raw",
                        List.of(String.class),
                        RAW,
                        FileControllerHttpCached::rawKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "rest",
                        List.of(String.class),
                        REST,
                        FileControllerHttpCached::restKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "months",
                        List.of(Integer.class, int.class),
                        MONTHS,
                        FileControllerHttpCached::monthsKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "named",
                        List.of(String.class, String.class),
                        NAMED,
                        FileControllerHttpCached::namedKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "shortened",
                        List.of(String.class),
                        SHORTENED,
                        FileControllerHttpCached::shortenedKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "version",
                        List.of(int.class, int.class),
                        VERSION,
                        FileControllerHttpCached::versionKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        FileController.class,
                        "sought",
                        List.of(String.class, String.class, Integer.class),
                        SOUGHT,
                        FileControllerHttpCached::soughtKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link FileController#raw(String)}.
     */
    private static void rawKey(KeyWriter key) {
        key.path("path");
    }

    /**
     * The key of {@link FileController#rest(String)}.
     */
    private static void restKey(KeyWriter key) {
        key.path("path");
        key.query("path");
        key.noAttribute("path", "Path");
    }

    /**
     * The key of {@link FileController#months(Integer, int)}.
     */
    private static void monthsKey(KeyWriter key) {
        key.path("year");
        key.path("month", "1");
    }

    /**
     * The key of {@link FileController#named(String, String)}.
     */
    private static void namedKey(KeyWriter key) {
        key.path("name");
        key.path("extension");
    }

    /**
     * The key of {@link FileController#shortened(String)}.
     */
    private static void shortenedKey(KeyWriter key) {
        key.path("code");
    }

    /**
     * The key of {@link FileController#version(int, int)}.
     */
    private static void versionKey(KeyWriter key) {
        key.path("major");
        key.path("minor");
    }

    /**
     * The key of {@link FileController#sought(String, String, Integer)}.
     */
    private static void soughtKey(KeyWriter key) {
        key.path("folder");
        key.query("text");
        key.queryInteger("limit");
        key.noAttribute("text", "Text", "limit", "Limit");
    }
}
