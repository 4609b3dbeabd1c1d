package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ItemController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ItemControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "list", int.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::listKey,
                        ItemControllerHttpCacheInterceptor::listTags),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "show", long.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::showKey,
                        ItemControllerHttpCacheInterceptor::showTags,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "show", long.class, Principal.class),
                        RoutePolicy.builder().ttl("10m").scope(CacheScope.PRIVATE).build(),
                        ItemControllerHttpCacheInterceptor::show2Key,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("draft", 0, null))),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "show", UUID.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::show3Key,
                        ItemControllerHttpCacheInterceptor::show3Tags,
                        List.of(new RouteVariable("code", 0, null))),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "price", String.class, ItemController.Kind.class, Optional.class, BigDecimal.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::priceKey,
                        ItemControllerHttpCacheInterceptor::priceTags,
                        List.of(new RouteVariable("kind", 1, null), new RouteVariable("day", 2, null))),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "archive", Integer.class, int.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::archiveKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("year", 0, null), new RouteVariable("month", 1, "1"))),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "details", ItemController.Detail.class, String.class, String.class, Principal.class),
                        RoutePolicy.builder()
                                .ttl("10m")
                                .scope(CacheScope.PRIVATE)
                                .vary("lang")
                                .build(),
                        ItemControllerHttpCacheInterceptor::detailsKey,
                        ItemControllerHttpCacheInterceptor::detailsTags),
                new CachedRoute(
                        new ControllerMethod(ItemController.class, "typed", ItemController.Id.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        ItemControllerHttpCacheInterceptor::typedKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))));
    }

    /**
     * Writes the key of {@link ItemController#list(int)}.
     */
    private static void listKey(KeyWriter key) {
        key.query("page", int.class, "0");
    }

    /**
     * Writes the tags of {@link ItemController#list(int)}.
     */
    private static void listTags(TagWriter tags) {
        tags.add("items");
    }

    /**
     * Writes the key of {@link ItemController#show(long)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
    }

    /**
     * Writes the tags of {@link ItemController#show(long)}.
     */
    private static void showTags(TagWriter tags) {
        tags.add("item:" + tags.integer(tags.path("id")));
        tags.add("items");
    }

    /**
     * Writes the key of {@link ItemController#show(long, Principal)}.
     */
    private static void show2Key(KeyWriter key) {
        key.path("draft", long.class);
    }

    /**
     * Writes the key of {@link ItemController#show(UUID)}.
     */
    private static void show3Key(KeyWriter key) {
        key.path("code", UUID.class);
    }

    /**
     * Writes the tags of {@link ItemController#show(UUID)}.
     */
    private static void show3Tags(TagWriter tags) {
        tags.add("item:" + tags.value(0, tags.path("code", null)));
    }

    /**
     * Writes the key of {@link ItemController#price(String, ItemController.Kind, Optional, BigDecimal)}.
     */
    private static void priceKey(KeyWriter key) {
        key.path("shop");
        key.path("kind", ItemController.Kind.class);
        key.path("day", LocalDate.class);
        key.query("day", LocalDate.class);
        key.query("price", BigDecimal.class);
        key.noAttribute("day", "Day");
    }

    /**
     * Writes the tags of {@link ItemController#price(String, ItemController.Kind, Optional, BigDecimal)}.
     */
    private static void priceTags(TagWriter tags) {
        tags.add("price of " + tags.value(1, tags.path("kind", null)) + " at " + tags.value(3, tags.query("price", null)) + " on " + tags.value(2, tags.path("day", tags.query("day", null))));
        tags.add("shop:" + tags.path("shop") + "/" + tags.value(1, tags.path("kind", null)));
    }

    /**
     * Writes the key of {@link ItemController#archive(Integer, int)}.
     */
    private static void archiveKey(KeyWriter key) {
        key.path("year", Integer.class);
        key.path("month", int.class, "1");
    }

    /**
     * Writes the key of {@link ItemController#details(ItemController.Detail, String, String, Principal)}.
     */
    private static void detailsKey(KeyWriter key) {
        key.path("id");
        key.path("class");
        key.header("lang");
    }

    /**
     * Writes the tags of {@link ItemController#details(ItemController.Detail, String, String, Principal)}.
     */
    private static void detailsTags(TagWriter tags) {
        tags.add(tags.user());
        tags.add("item-" + tags.header("lang", "en"));
        tags.add("say \"*/ \\u002f\" " + tags.header("lang", "en"));
        tags.add("gr\u00f6\u00dfe \ud83d\ude00:" + tags.header("lang", "en"));
    }

    /**
     * Writes the key of {@link ItemController#typed(ItemController.Id)}.
     */
    private static void typedKey(KeyWriter key) {
        key.path("id");
    }
}
