package golden;

import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link AdminController}: the tags and paths that its routes invalidate.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AdminControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clear"),
                        List.of(
                                new RouteInvalidation(
                                        AdminControllerHttpCacheInterceptor::clearInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clear", int.class),
                        List.of(
                                new RouteInvalidation(
                                        AdminControllerHttpCacheInterceptor::clearInvalidated2Tags,
                                        TagGenerator.NONE,
                                        "",
                                        false))),
                new InvalidatingRoute(
                        new ControllerMethod(AdminController.class, "clearInvalidated", String.class),
                        List.of(
                                new RouteInvalidation(
                                        TagGenerator.NONE,
                                        AdminControllerHttpCacheInterceptor::clearInvalidatedInvalidatedPaths,
                                        "",
                                        false))));
    }

    /**
     * Writes the tags that {@link AdminController#clear()} invalidates.
     */
    private static void clearInvalidatedTags(TagWriter tags) {
        tags.add("pages");
    }

    /**
     * Writes the tags that {@link AdminController#clear(int)} invalidates.
     */
    private static void clearInvalidated2Tags(TagWriter tags) {
        tags.add("page:" + tags.integer(tags.path("page")));
    }

    /**
     * Writes the paths that {@link AdminController#clearInvalidated(String)} invalidates.
     */
    private static void clearInvalidatedInvalidatedPaths(TagWriter paths) {
        paths.add("/pages/" + paths.path("clearInvalidated"));
    }
}
