package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ValueController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ValueControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "numbers", BigDecimal.class, double.class, byte.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ValueControllerHttpCacheInterceptor::numbersKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "times", LocalDate.class, Optional.class, ZoneId.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ValueControllerHttpCacheInterceptor::timesKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "others", UUID.class, Currency.class, boolean.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ValueControllerHttpCacheInterceptor::othersKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "enums", ValueController.Order.class, ValueController.Order.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        ValueControllerHttpCacheInterceptor::enumsKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "bytes", byte[].class, List.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Charset", "Content-Type", "X-Token", "Tokens").build(),
                        ValueControllerHttpCacheInterceptor::bytesKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ValueController.class, "fields", int.class, List.class, int.class),
                        RoutePolicy.builder()
                                .ttl("1h")
                                .vary("X-Count", "Count", "accept", "Cookie")
                                .keyedInPart("Cookie")
                                .build(),
                        ValueControllerHttpCacheInterceptor::fieldsKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link ValueController#numbers(BigDecimal, double, byte)}.
     */
    private static void numbersKey(KeyWriter key) {
        key.query("price", BigDecimal.class);
        key.query("factor", double.class, "1.5");
        key.query("bits", byte.class);
    }

    /**
     * Writes the key of {@link ValueController#times(LocalDate, Optional, ZoneId)}.
     */
    private static void timesKey(KeyWriter key) {
        key.query("day", LocalDate.class);
        key.query("since", Instant.class);
        key.query("zone", ZoneId.class);
    }

    /**
     * Writes the key of {@link ValueController#others(UUID, Currency, boolean)}.
     */
    private static void othersKey(KeyWriter key) {
        key.query("id", UUID.class);
        key.query("currency", Currency.class);
        key.query("all", boolean.class, "false");
    }

    /**
     * Writes the key of {@link ValueController#enums(ValueController.Order, ValueController.Order)}.
     */
    private static void enumsKey(KeyWriter key) {
        key.query("order", ValueController.Order.class);
        key.query("name");
        key.query("other", ValueController.Order.class, "ASC");
    }

    /**
     * Writes the key of {@link ValueController#bytes(byte[], List)}.
     */
    private static void bytesKey(KeyWriter key) {
        key.query("token");
        key.header("Accept-Charset");
        key.header("Content-Type");
        key.header("X-Token");
        key.header("Tokens");
    }

    /**
     * Writes the key of {@link ValueController#fields(int, List, int)}.
     */
    private static void fieldsKey(KeyWriter key) {
        key.header("X-Count");
        key.header("Count");
        key.header("accept");
        key.cookie("size");
    }
}
