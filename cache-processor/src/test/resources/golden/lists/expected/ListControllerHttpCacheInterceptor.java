package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ListController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ListControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ListController.class, "exploded", List.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ListControllerHttpCacheInterceptor::explodedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ListController.class, "plain", Set.class, String[].class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ListControllerHttpCacheInterceptor::plainKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ListController.class, "formats", List.class, Collection.class, Optional.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ListControllerHttpCacheInterceptor::formatsKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ListController.class, "defaults", List.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ListControllerHttpCacheInterceptor::defaultsKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link ListController#exploded(List)}.
     */
    private static void explodedKey(KeyWriter key) {
        key.query("tags");
        key.noAttribute("tags", "Tags");
    }

    /**
     * Writes the key of {@link ListController#plain(Set, String[])}.
     */
    private static void plainKey(KeyWriter key) {
        key.query("ids");
        key.query("names");
        key.noAttribute("ids", "Ids", "names", "Names");
    }

    /**
     * Writes the key of {@link ListController#formats(List, Collection, Optional)}.
     */
    private static void formatsKey(KeyWriter key) {
        key.query("commas");
        key.query("blanks");
        key.query("bars");
    }

    /**
     * Writes the key of {@link ListController#defaults(List)}.
     */
    private static void defaultsKey(KeyWriter key) {
        key.query("ids", "1");
    }
}
