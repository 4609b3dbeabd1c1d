package golden;

import io.httpcached.CacheTags;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link FeedController}: the policies, keys and tags of its cached routes, and its invalidations.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class FeedControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(FeedController.class, "list", CacheTags.class, int.class),
                        RoutePolicy.builder().ttl("1m").resultTags("entry:*").build(),
                        FeedControllerHttpCacheInterceptor::listKey,
                        FeedControllerHttpCacheInterceptor::listTags));
    }

    /**
     * Writes the key of {@link FeedController#list(CacheTags, int)}.
     */
    private static void listKey(KeyWriter key) {
        key.query("limit", int.class, "20");
    }

    /**
     * Writes the tags of {@link FeedController#list(CacheTags, int)}.
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
                                new RouteInvalidation(
                                        FeedControllerHttpCacheInterceptor::updateInvalidatedTags,
                                        TagGenerator.NONE,
                                        "",
                                        false))));
    }

    /**
     * Writes the tags that {@link FeedController#update(long, CacheTags)} invalidates.
     */
    private static void updateInvalidatedTags(TagWriter tags) {
        tags.add("entry:" + tags.integer(tags.path("id")));
    }
}
