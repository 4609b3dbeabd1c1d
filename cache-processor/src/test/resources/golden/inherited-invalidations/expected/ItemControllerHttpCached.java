package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.InvalidatingRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RouteEviction;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ItemController}, and those that evict.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ItemControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCached::showKey,
                        ItemControllerHttpCached::showTags));
    }

    /**
     * The key of {@link ItemController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The tags of {@link ItemController#show(long)}.
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
                                new RouteEviction(
                                        ItemControllerHttpCached::restoreEvictedTags,
                                        ItemControllerHttpCached::restoreEvictedPaths,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "update", long.class, String.class),
                        List.of(
                                new RouteEviction(
                                        ItemControllerHttpCached::updateEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "change", long.class, String.class),
                        List.of(
                                new RouteEviction(
                                        ItemControllerHttpCached::changeEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(ItemController.class, "delete", long.class),
                        List.of(
                                new RouteEviction(
                                        ItemControllerHttpCached::deleteEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false),
                                new RouteEviction(
                                        TagRecipe.NONE,
                                        ItemControllerHttpCached::deleteEvicted2Paths,
                                        "",
                                        false))));
    }

    /**
     * The tags that {@link ItemController#restore(String, List)} evicts.
     */
    private static void restoreEvictedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * The paths that {@link ItemController#restore(String, List)} evicts.
     */
    private static void restoreEvictedPaths(TagWriter paths) {
        paths.add("/backups/" + paths.path("name"));
    }

    /**
     * The tags that {@link ItemController#update(long, String)} evicts.
     */
    private static void updateEvictedTags(TagWriter tags) {
        tags.add("item:" + tags.integer(tags.path("id")));
    }

    /**
     * The tags that {@link ItemController#change(long, String)} evicts.
     */
    private static void changeEvictedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * The tags that {@link ItemController#delete(long)} evicts.
     */
    private static void deleteEvictedTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * The paths that {@link ItemController#delete(long)} evicts.
     */
    private static void deleteEvicted2Paths(TagWriter paths) {
        paths.add("/");
    }
}
