package golden;

import io.httpcached.CacheTags;
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
 * The cached routes of {@link FeedController}, and those that evict.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FeedControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FeedController.class, "list", CacheTags.class, int.class),
                        RoutePolicy.builder().ttl("1m").build(),
                        FeedControllerHttpCached::listKey,
                        FeedControllerHttpCached::listTags));
    }

    /**
     * The key of {@link FeedController#list(CacheTags, int)}.
     */
    private static void listKey(KeyWriter key) {
        key.queryInteger("limit", "20");
    }

    /**
     * The tags of {@link FeedController#list(CacheTags, int)}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("feed");
    }

    @Override
    public List<InvalidatingRoute> invalidations() {
        return List.of(
                new InvalidatingRoute(
                        new ControllerMethod(FeedController.class, "update", long.class, CacheTags.class),
                        List.of(
                                new RouteEviction(
                                        FeedControllerHttpCached::updateEvictedTags,
                                        TagRecipe.NONE,
                                        "",
                                        false))));
    }

    /**
     * The tags that {@link FeedController#update(long, CacheTags)} evicts.
     */
    private static void updateEvictedTags(TagWriter tags) {
        tags.add("entry:" + tags.integer(tags.path("id")));
    }
}
