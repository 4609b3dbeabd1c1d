package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link OrderController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class OrderControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "bean", OrderController.Filter.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::beanKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "optional", Optional.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::optionalKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "map", Map.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::mapKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "plainMap", Map.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::plainMapKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "exploded", OrderController.Filter.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::explodedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "explodedVariable", OrderController.Filter.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::explodedVariableKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "explodedArray", String[].class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::explodedArrayKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "since", OrderController.Since.class),
                        RoutePolicy.builder().ttl("10m").vary("Accept-Language").build(),
                        OrderControllerHttpCacheInterceptor::sinceKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "deep", List.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::deepKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "multi", String.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::multiKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "parameters", HttpParameters.class),
                        RoutePolicy.builder().ttl("10m").build(),
                        OrderControllerHttpCacheInterceptor::parametersKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(OrderController.class, "pages", String.class, String.class, Pageable.class),
                        RoutePolicy.builder().ttl("10m").takenParameters("state").build(),
                        OrderControllerHttpCacheInterceptor::pagesKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link OrderController#bean(OrderController.Filter)}.
     */
    private static void beanKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#optional(Optional)}.
     */
    private static void optionalKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#map(Map)}.
     */
    private static void mapKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#plainMap(Map)}.
     */
    private static void plainMapKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * Writes the key of {@link OrderController#exploded(OrderController.Filter)}.
     */
    private static void explodedKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * Writes the key of {@link OrderController#explodedVariable(OrderController.Filter)}.
     */
    private static void explodedVariableKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#explodedArray(String[])}.
     */
    private static void explodedArrayKey(KeyWriter key) {
        key.queryParameters();
        key.noAttribute("filter", "Filter");
    }

    /**
     * Writes the key of {@link OrderController#since(OrderController.Since)}.
     */
    private static void sinceKey(KeyWriter key) {
        key.queryParameters();
        key.header("Accept-Language");
    }

    /**
     * Writes the key of {@link OrderController#deep(List)}.
     */
    private static void deepKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#multi(String)}.
     */
    private static void multiKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#parameters(HttpParameters)}.
     */
    private static void parametersKey(KeyWriter key) {
        key.queryParameters();
    }

    /**
     * Writes the key of {@link OrderController#pages(String, String, Pageable)}.
     */
    private static void pagesKey(KeyWriter key) {
        key.path("shop");
        key.queryParameters();
    }
}
