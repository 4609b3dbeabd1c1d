package io.httpcached.server.filter;

import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.httpcached.server.body.BodyObjects;
import io.httpcached.server.body.FilteredResponse;
import io.httpcached.server.body.HeaderFields;
import io.httpcached.server.body.Representation;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.server.OptionsFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The filters outside the cache. If any of them can see responses, it receives those of the cache as
 * {@link FilteredResponse}; otherwise this would be in vain.
 */
@Singleton
final class OuterFilters {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    /** The filters of each server, which see only header fields, and filters of the cache. */
    private static final List<Class<?>> IGNORED = List.of(
            CorsFilter.class,
            OptionsFilter.class,
            HttpCacheFilter.class,
            AroundChangeFilter.class,
            InvalidationFilter.class);

    private static final String FRAMEWORK = "io.micronaut.";

    private final BodyObjects objects;
    private final Supplier<Outside> outside;
    private final AtomicBoolean warned = new AtomicBoolean();

    OuterFilters(BeanContext context, BodyObjects objects, HttpCacheConfiguration settings) {
        this.objects = objects;
        // The server creates the filters with the first request, and they may need the cache.
        this.outside = SupplierUtil.memoized(() -> Outside.find(context, settings.getFilterOrder()));
    }

    /**
     * The filters outside the cache.
     *
     * @param seeResponses whether one of them may see responses
     * @param around the names of those whose second half the server runs before response filters
     * @param beforeMatching whether one of these runs before the route is known
     */
    private record Outside(boolean seeResponses, List<String> around, boolean beforeMatching) {

        static Outside find(BeanContext context, int filterOrder) {
            List<Candidate> found = candidates(context)
                    .filter(candidate -> candidate.isPreMatching() || candidate.order(context) <= filterOrder)
                    .toList();
            List<String> around = found.stream()
                    .filter(Candidate::isAround)
                    .map(candidate -> candidate.definition.getBeanType().getName())
                    .distinct()
                    .sorted()
                    .toList();
            return new Outside(!found.isEmpty(), around, found.stream().anyMatch(Candidate::isAroundBeforeMatching));
        }

        boolean modifyBodies() {
            return around.stream().anyMatch(name -> !name.startsWith(FRAMEWORK));
        }
    }

    /** A filter that may see responses if it is outside the cache. */
    private record Candidate(BeanDefinition<?> definition, @Nullable ExecutableMethod<?, ?> method) {

        boolean isAround() {
            return method == null || method.hasAnnotation(RequestFilter.class);
        }

        boolean isAroundBeforeMatching() {
            return isAround() && isPreMatching();
        }

        boolean isPreMatching() {
            return method != null && method.hasStereotype(PreMatching.class);
        }

        /** Returns the order as the server determines it. */
        int order(BeanContext context) {
            OptionalInt ofMethod = method == null ? OptionalInt.empty() : method.intValue(Order.class);
            if (ofMethod.isPresent()) {
                return ofMethod.getAsInt();
            }
            return context.getBean(definition) instanceof Ordered ordered
                    ? ordered.getOrder()
                    : definition.intValue(Order.class).orElse(Ordered.LOWEST_PRECEDENCE);
        }
    }

    private static Stream<Candidate> candidates(BeanContext context) {
        // The server ignores a legacy filter without a pattern, whose bean may not even be creatable.
        Stream<Candidate> legacy = context.getBeanDefinitions(HttpServerFilter.class).stream()
                .filter(definition -> definition.stringValues(Filter.class).length > 0)
                .filter(definition -> !IGNORED.contains(definition.getBeanType()))
                .map(definition -> new Candidate(definition, null));
        Stream<Candidate> methods = context.getBeanDefinitions(Qualifiers.byStereotype(ServerFilter.class)).stream()
                .filter(definition -> !IGNORED.contains(definition.getBeanType()))
                .flatMap(definition -> definition.getExecutableMethods().stream()
                        .filter(OuterFilters::seesResponses)
                        .map(method -> new Candidate(definition, method)));
        return Stream.concat(legacy, methods);
    }

    private static boolean seesResponses(ExecutableMethod<?, ?> method) {
        return method.hasAnnotation(ResponseFilter.class)
                || (method.hasAnnotation(RequestFilter.class)
                        && Arrays.asList(method.getArgumentTypes()).contains(FilterContinuation.class));
    }

    /** Returns whether the application has a filter that may see responses, inside or outside the cache. */
    static boolean exist(BeanContext context) {
        return candidates(context).findAny().isPresent();
    }

    /** Returns whether a filter outside the cache may see responses. */
    boolean seeResponses() {
        return outside.get().seeResponses;
    }

    /** Returns whether a filter outside the cache may change a handler response before the cache sees it. */
    boolean changeBeforeCache() {
        return !outside.get().around.isEmpty();
    }

    /**
     * Returns the encoding of the body of a handler response, so that a later call tells whether a filter modified the
     * body in place. Micronaut's own filters never do, so the body is encoded for other filters only.
     *
     * @param request the request
     * @param response the response
     * @return the bytes, or null if no filter can modify the body
     */
    byte @Nullable [] snapshot(HttpRequest<?> request, HttpResponse<?> response) {
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        return match != null && outside.get().modifyBodies()
                ? objects.snapshot(request, match.getRouteInfo(), response)
                : null;
    }

    /** Returns whether such a filter runs before the route is known. */
    boolean runBeforeMatching() {
        return outside.get().beforeMatching;
    }

    /** Warns, once, that such a filter keeps a response from being stored. */
    void warnOfChange() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "A filter outside the cache changed a response, so the response is not stored. One of these filters"
                            + " changes responses before the cache sees them: {}. Change the response in a"
                            + " @ResponseFilter method, or give the filter an order higher than"
                            + " http-cache.filter-order, so that the cache stores the change.",
                    String.join(", ", outside.get().around));
        }
    }

    /**
     * Returns a stored response for the filters.
     *
     * @param call the request
     * @param rendered the response as it is rendered for the request
     * @param fields its fields
     * @param stored the stored response
     * @param whole the fields of the corresponding full response
     * @param object the object that the handler returned as the body, or null
     * @return the response
     */
    MutableHttpResponse<?> stored(
            ServerCall call,
            MutableHttpResponse<?> rendered,
            Fields fields,
            StoredResponse stored,
            Fields whole,
            @Nullable Object object) {
        RouteMatch<?> match = RequestAttributes.routeMatch(call.httpRequest());
        if (match == null) {
            return rendered;
        }
        Representation representation = new Representation(
                call.httpRequest(),
                match,
                stored.status(),
                whole,
                stored.body(),
                object,
                true,
                stored.lifetime().fromPolicy());
        return new FilteredResponse(rendered, fields, representation, objects);
    }

    /**
     * Returns a response for the filters that is passed through from the handler, or from its run in the background.
     *
     * @param call the request
     * @param rendered the response
     * @param body its encoded body, or null if it has none
     * @param object the object that the handler returned as the body, or null
     * @return the response
     */
    MutableHttpResponse<?> passedThrough(
            ServerCall call, MutableHttpResponse<?> rendered, byte @Nullable [] body, @Nullable Object object) {
        RouteMatch<?> match = RequestAttributes.routeMatch(call.httpRequest());
        if (!seeResponses() || match == null || body == null) {
            return rendered;
        }
        Fields fields = HeaderFields.of(rendered.getHeaders());
        Representation representation =
                new Representation(call.httpRequest(), match, rendered.code(), fields, body, object, false, false);
        return new FilteredResponse(rendered, fields, representation, objects);
    }
}
