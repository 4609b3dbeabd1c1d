package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link SearchController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class SearchControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "page", int.class, Long.class),
                        RoutePolicy.builder().ttl("30s").build(),
                        SearchControllerHttpCacheInterceptor::pageKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "text", String.class, String.class),
                        RoutePolicy.builder().ttl("30s").build(),
                        SearchControllerHttpCacheInterceptor::textKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "typed", boolean.class, OptionalInt.class, Optional.class, BigDecimal.class, DayOfWeek.class, DayOfWeek.class, LocalDate.class),
                        RoutePolicy.builder().ttl("30s").build(),
                        SearchControllerHttpCacheInterceptor::typedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "localized", LocalDate.class, LocalDateTime.class),
                        RoutePolicy.builder().ttl("30s").vary("Accept-Language").build(),
                        SearchControllerHttpCacheInterceptor::localizedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "many", List.class, Set.class, Optional.class, String[].class, List.class),
                        RoutePolicy.builder().ttl("30s").build(),
                        SearchControllerHttpCacheInterceptor::manyKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(SearchController.class, "configured", int.class),
                        RoutePolicy.builder().ttl("30s").build(),
                        SearchControllerHttpCacheInterceptor::configuredKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link SearchController#page(int, Long)}.
     */
    private static void pageKey(KeyWriter key) {
        key.query("skip", int.class, "0");
        key.query("limit", Long.class, "20");
    }

    /**
     * Writes the key of {@link SearchController#text(String, String)}.
     */
    private static void textKey(KeyWriter key) {
        key.query("q", "");
        key.query("order");
        key.noAttribute("order", "Order");
    }

    /**
     * Writes the key of {@link SearchController#typed(boolean, OptionalInt, Optional, BigDecimal, DayOfWeek, DayOfWeek, LocalDate)}.
     */
    private static void typedKey(KeyWriter key) {
        key.query("stocked", boolean.class);
        key.query("shelf", Integer.class);
        key.query("id", UUID.class);
        key.query("priceBelow", BigDecimal.class);
        key.query("price-below", BigDecimal.class);
        key.query("from", DayOfWeek.class, "MONDAY");
        key.query("name");
        key.query("until", DayOfWeek.class);
        key.query("day");
        key.noAttribute("stocked", "Stocked", "shelf", "Shelf", "id", "Id", "priceBelow", "Price-Below", "until", "Until", "day", "Day");
    }

    /**
     * Writes the key of {@link SearchController#localized(LocalDate, LocalDateTime)}.
     */
    private static void localizedKey(KeyWriter key) {
        key.query("day");
        key.header("Accept-Language");
        key.query("time");
        key.noAttribute("day", "Day", "time", "Time");
    }

    /**
     * Writes the key of {@link SearchController#many(List, Set, Optional, String[], List)}.
     */
    private static void manyKey(KeyWriter key) {
        key.query("tag");
        key.query("size");
        key.query("brand");
        key.query("color");
        key.query("s");
        key.query("shops");
        key.noAttribute("tag", "Tag", "size", "Size", "color", "Color");
    }

    /**
     * Writes the key of {@link SearchController#configured(int)}.
     */
    private static void configuredKey(KeyWriter key) {
        key.query("limit", int.class);
    }
}
