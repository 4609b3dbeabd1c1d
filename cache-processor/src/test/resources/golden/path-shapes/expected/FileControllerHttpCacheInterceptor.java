package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link FileController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FileControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FileController.class, "raw", String.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::rawKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "rest", String.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::restKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "months", Integer.class, int.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::monthsKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("year", 0, null), new RouteVariable("month", 1, "1"))),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "named", String.class, String.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::namedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "shortened", String.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::shortenedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "version", int.class, int.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::versionKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("major", 0, null), new RouteVariable("minor", 1, null))),
                new CachedRoute(
                        new ControllerMethod(FileController.class, "sought", String.class, String.class, Integer.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        FileControllerHttpCacheInterceptor::soughtKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link FileController#raw(String)}.
     */
    private static void rawKey(KeyWriter key) {
        key.path("path");
    }

    /**
     * Writes the key of {@link FileController#rest(String)}.
     */
    private static void restKey(KeyWriter key) {
        key.path("path");
        key.query("path");
        key.noAttribute("path", "Path");
    }

    /**
     * Writes the key of {@link FileController#months(Integer, int)}.
     */
    private static void monthsKey(KeyWriter key) {
        key.path("year", Integer.class);
        key.path("month", int.class, "1");
    }

    /**
     * Writes the key of {@link FileController#named(String, String)}.
     */
    private static void namedKey(KeyWriter key) {
        key.path("name");
        key.path("extension");
    }

    /**
     * Writes the key of {@link FileController#shortened(String)}.
     */
    private static void shortenedKey(KeyWriter key) {
        key.path("code");
    }

    /**
     * Writes the key of {@link FileController#version(int, int)}.
     */
    private static void versionKey(KeyWriter key) {
        key.path("major", int.class);
        key.path("minor", int.class);
    }

    /**
     * Writes the key of {@link FileController#sought(String, String, Integer)}.
     */
    private static void soughtKey(KeyWriter key) {
        key.path("folder");
        key.query("text");
        key.query("limit", Integer.class);
        key.noAttribute("text", "Text", "limit", "Limit");
    }
}
