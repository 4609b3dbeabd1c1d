package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link NewsController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class NewsControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(NewsController.class, "list"),
                        RoutePolicy.builder()
                                .ttl("10m")
                                .clientTtl("0s")
                                .staleWhileRevalidate("PT1M")
                                .staleIfError("1h30m")
                                .jitter("10%")
                                .refreshAhead("30s")
                                .staleAfter("200ms")
                                .statuses(200, 404)
                                .requestDirectives(RequestDirectives.IGNORE)
                                .unkeyedReads(UnkeyedReads.WARN)
                                .near(NearCopies.OFF)
                                .namespace("${app.version}")
                                .codec("json")
                                .policy("news")
                                .scope(CacheScope.PUBLIC)
                                .keySource(KeySource.REQUEST_URI)
                                .vary("X-Tenant")
                                .build(),
                        NewsControllerHttpCacheInterceptor::listKey,
                        NewsControllerHttpCacheInterceptor::listTags),
                new CachedRoute(
                        new ControllerMethod(NewsController.class, "feed"),
                        RoutePolicy.builder()
                                .ttl("10m")
                                .clientTtl("0s")
                                .staleWhileRevalidate("PT1M")
                                .staleIfError("1h30m")
                                .jitter("10%")
                                .refreshAhead("30s")
                                .staleAfter("200ms")
                                .statuses(200, 404)
                                .requestDirectives(RequestDirectives.IGNORE)
                                .unkeyedReads(UnkeyedReads.WARN)
                                .near(NearCopies.OFF)
                                .namespace("${app.version}")
                                .codec("json")
                                .policy("feeds")
                                .scope(CacheScope.PUBLIC)
                                .keySource(KeySource.REQUEST_URI)
                                .vary("X-Tenant")
                                .build(),
                        NewsControllerHttpCacheInterceptor::feedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(NewsController.class, "show", int.class),
                        RoutePolicy.builder()
                                .ttl("${news.ttl:5m}")
                                .clientTtl("0s")
                                .staleWhileRevalidate("PT1M")
                                .staleIfError("1h30m")
                                .jitter("10%")
                                .refreshAhead("30s")
                                .staleAfter("200ms")
                                .statuses(200)
                                .requestDirectives(RequestDirectives.HONOR)
                                .unkeyedReads(UnkeyedReads.HIDE)
                                .near(NearCopies.ON)
                                .namespace("${app.version}")
                                .codec("json")
                                .policy("news")
                                .build(),
                        NewsControllerHttpCacheInterceptor::showKey,
                        NewsControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))));
    }

    /**
     * Writes the key of {@link NewsController#list()}.
     */
    private static void listKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * Writes the tags of {@link NewsController#list()}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("news");
        tags.add("all");
    }

    /**
     * Writes the key of {@link NewsController#feed()}.
     */
    private static void feedKey(KeyWriter key) {
        key.requestUri();
        key.vary("X-Tenant");
    }

    /**
     * Writes the key of {@link NewsController#show(int)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", int.class);
    }

    /**
     * Writes the tags of {@link NewsController#show(int)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("news:" + tags.integer(tags.path("id")));
    }
}
