package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpParameters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link OrderController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class OrderControllerHttpCached implements CachedController {
    private static final RoutePolicy BEAN = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy OPTIONAL = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy MAP = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy PLAIN_MAP = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy EXPLODED = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy EXPLODED_VARIABLE = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy EXPLODED_ARRAY = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy SINCE = RoutePolicy.builder().ttl("10m").vary("Accept-Language").build();

    private static final RoutePolicy DEEP = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy MULTI = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy PARAMETERS = RoutePolicy.builder().ttl("10m").build();

    private static final RoutePolicy PAGES = RoutePolicy.builder().ttl("10m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        OrderController.class,
                        "bean",
                        List.of(OrderController.Filter.class),
                        BEAN,
                        OrderControllerHttpCached::beanKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "optional",
                        List.of(Optional.class),
                        OPTIONAL,
                        OrderControllerHttpCached::optionalKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "map",
                        List.of(Map.class),
                        MAP,
                        OrderControllerHttpCached::mapKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "plainMap",
                        List.of(Map.class),
                        PLAIN_MAP,
                        OrderControllerHttpCached::plainMapKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "exploded",
                        List.of(OrderController.Filter.class),
                        EXPLODED,
                        OrderControllerHttpCached::explodedKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "explodedVariable",
                        List.of(OrderController.Filter.class),
                        EXPLODED_VARIABLE,
                        OrderControllerHttpCached::explodedVariableKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "explodedArray",
                        List.of(String[].class),
                        EXPLODED_ARRAY,
                        OrderControllerHttpCached::explodedArrayKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "since",
                        List.of(OrderController.Since.class),
                        SINCE,
                        OrderControllerHttpCached::sinceKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "deep",
                        List.of(List.class),
                        DEEP,
                        OrderControllerHttpCached::deepKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "multi",
                        List.of(String.class),
                        MULTI,
                        OrderControllerHttpCached::multiKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "parameters",
                        List.of(HttpParameters.class),
                        PARAMETERS,
                        OrderControllerHttpCached::parametersKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        OrderController.class,
                        "pages",
                        List.of(String.class, String.class, Pageable.class),
                        PAGES,
                        OrderControllerHttpCached::pagesKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link OrderController#bean(OrderController.Filter)}.
     */
    private static void beanKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#optional(Optional)}.
     */
    private static void optionalKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#map(Map)}.
     */
    private static void mapKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#plainMap(Map)}.
     */
    private static void plainMapKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * The key of {@link OrderController#exploded(OrderController.Filter)}.
     */
    private static void explodedKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * The key of {@link OrderController#explodedVariable(OrderController.Filter)}.
     */
    private static void explodedVariableKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#explodedArray(String[])}.
     */
    private static void explodedArrayKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * The key of {@link OrderController#since(OrderController.Since)}.
     */
    private static void sinceKey(KeyWriter key) {
        key.queryParameters();
        key.header("Accept-Language");
    }

    /**
     * The key of {@link OrderController#deep(List)}.
     */
    private static void deepKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#multi(String)}.
     */
    private static void multiKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#parameters(HttpParameters)}.
     */
    private static void parametersKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * The key of {@link OrderController#pages(String, String, Pageable)}.
     */
    private static void pagesKey(KeyWriter key) {
        key.path("shop");
        key.queryParameters();
    }
}
