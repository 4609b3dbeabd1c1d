package golden;

import io.httpcached.CacheTags;
import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.InvalidatingRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RouteEviction;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.httpcached.server.route.TagWriter;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link FeedController}, and those that evict.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class FeedControllerHttpCached implements CachedController {
    private static final RoutePolicy LIST = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        FeedController.class,
                        "list",
                        List.of(CacheTags.class, int.class),
                        LIST,
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
                        FeedController.class,
                        "update",
                        List.of(long.class, CacheTags.class),
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
