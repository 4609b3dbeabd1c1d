package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ItemController}: the policies, keys and tags of its cached routes, and its invalidations.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ItemControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::showKey,
                        ItemControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))));
    }

    /**
     * Writes the key of {@link ItemController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the tags of {@link ItemController#show(long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("items");
        tags.add("item:" + tags.integer(tags.path("id")));
    }

    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "restore", String.class, List.class),
                        List.of(
                                new RouteInvalidation(
                                        ItemControllerHttpCacheInterceptor::restoreInvalidatedTags,
                                        ItemControllerHttpCacheInterceptor::restoreInvalidatedPaths,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "update", long.class, String.class),
                        List.of(
                                new RouteInvalidation(
                                        ItemControllerHttpCacheInterceptor::updateInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "change", long.class, String.class),
                        List.of(
                                new RouteInvalidation(
                                        ItemControllerHttpCacheInterceptor::changeInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "delete", long.class),
                        List.of(
                                new RouteInvalidation(
                                        ItemControllerHttpCacheInterceptor::deleteInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false),
                                new RouteInvalidation(
                                        TagGenerator.NONE,
                                        ItemControllerHttpCacheInterceptor::deleteInvalidated2Paths,
                                        "",
                                        false))));
    }

    /**
     * Writes the tags that {@link ItemController#restore(String, List)} invalidates.
     */
    private static void restoreInvalidatedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * Writes the paths that {@link ItemController#restore(String, List)} invalidates.
     */
    private static void restoreInvalidatedPaths(TagWriter paths) {
        paths.add("/backups/" + paths.path("name"));
    }

    /**
     * Writes the tags that {@link ItemController#update(long, String)} invalidates.
     */
    private static void updateInvalidatedTags(TagWriter tags) {
        tags.add("item:" + tags.integer(tags.path("id")));
    }

    /**
     * Writes the tags that {@link ItemController#change(long, String)} invalidates.
     */
    private static void changeInvalidatedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * Writes the tags that {@link ItemController#delete(long)} invalidates.
     */
    private static void deleteInvalidatedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * Writes the paths that {@link ItemController#delete(long)} invalidates.
     */
    private static void deleteInvalidated2Paths(TagWriter paths) {
        paths.add("/");
    }
}
