package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;
import kotlin.coroutines.Continuation;

/**
 * The cached routes of {@link SuspendController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class SuspendControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy SEARCH = RoutePolicy.builder().ttl("10m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        SuspendController.class,
                        "show",
                        List.of(long.class, Continuation.class),
                        SHOW,
                        SuspendControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        SuspendController.class,
                        "search",
                        List.of(String.class, Continuation.class),
                        SEARCH,
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
