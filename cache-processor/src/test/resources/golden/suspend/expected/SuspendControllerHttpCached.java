package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import javax.annotation.processing.Generated;
import kotlin.coroutines.Continuation;

/**
 * The cached routes of {@link SuspendController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class SuspendControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(SuspendController.class, "show", long.class, Continuation.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        SuspendControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(SuspendController.class, "search", String.class, Continuation.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        SuspendControllerHttpCached::searchKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link SuspendController#show(long, Continuation)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
    }

    /**
     * The key of {@link SuspendController#search(String, Continuation)}.
     */
    private static void searchKey(KeyWriter key) {
        key.query("text");
    }
}
