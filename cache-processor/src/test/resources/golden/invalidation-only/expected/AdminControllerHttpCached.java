package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.InvalidatingRoute;
import io.httpcached.server.route.RouteEviction;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The routes of {@link AdminController} that evict.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AdminControllerHttpCached implements CachedController {
    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clear"),
                        List.of(
                                new RouteEviction(
                                        AdminControllerHttpCached::clearEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clear", int.class),
                        List.of(
                                new RouteEviction(
                                        AdminControllerHttpCached::clearEvicted2Tags,
                                        TagRecipe.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clearEvicted", String.class),
                        List.of(
                                new RouteEviction(
                                        TagRecipe.NONE,
                                        AdminControllerHttpCached::clearEvictedEvictedPaths,
                                        "",
                                        false))));
    }

    /**
     * The tags that {@link AdminController#clear()} evicts.
     */
    private static void clearEvictedTags(TagWriter tags) {
        tags.add("pages");
    }

    /**
     * The tags that {@link AdminController#clear(int)} evicts.
     */
    private static void clearEvicted2Tags(TagWriter tags) {
        tags.add("page:" + tags.integer(tags.path("page")));
    }

    /**
     * The paths that {@link AdminController#clearEvicted(String)} evicts.
     */
    private static void clearEvictedEvictedPaths(TagWriter paths) {
        paths.add("/pages/" + paths.path("clearEvicted"));
    }
}
