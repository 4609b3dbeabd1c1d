package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.CONTROLLER;
import static io.httpcached.processor.reading.MicronautNames.CUSTOM_HTTP_METHOD;
import static io.httpcached.processor.reading.MicronautNames.ERROR;
import static io.httpcached.processor.reading.MicronautNames.GET;
import static io.httpcached.processor.reading.MicronautNames.HTTP_METHOD_MAPPING;
import static io.httpcached.processor.reading.MicronautNames.PRODUCES;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.UnsafeRoute;
import io.httpcached.processor.model.UriTemplate;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the routes of a controller. */
final class RouteReader {

    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final SharedPaths sharedPaths;
    private final VisitorContext context;

    /**
     * Creates a reader of one controller.
     *
     * @param sharedPaths the paths that several methods of the controller share
     * @param context the compiler
     */
    RouteReader(SharedPaths sharedPaths, VisitorContext context) {
        this.sharedPaths = sharedPaths;
        this.context = context;
    }

    /**
     * Reads a cached route.
     *
     * @param controller the controller that declares or inherits the method
     * @param method a method that is a route
     * @return the route; empty if it is not cached
     */
    Optional<CachedRoute> read(ClassElement controller, MethodElement method) {
        CachingState state = cachingState(controller, method);
        if (state == CachingState.NOT_CACHED) {
            return Optional.empty();
        }
        UriTemplates uris = uris(controller, method);
        return Optional.of(new CachedRoute(
                method.getName(),
                httpMethods(method),
                uris,
                List.of(method.stringValues(PRODUCES)),
                sharedPaths.isShared(uris),
                parameters(controller, method, uris),
                ResponseReader.read(method),
                PolicyReader.read(controller, method, context),
                ConflictingPolicyReader.read(controller, method),
                AccessReader.read(controller, method),
                ViewReader.rendersView(method),
                state == CachingState.CONTRADICTORY,
                method));
    }

    /**
     * Reads a route for unsafe requests.
     *
     * @param controller the controller that declares or inherits the method
     * @param method a method that is a route
     * @return the route; empty if it is not mapped to an unsafe HTTP method (RFC 9110 §9.2.1)
     */
    static Optional<UnsafeRoute> readUnsafe(ClassElement controller, MethodElement method) {
        List<String> unsafe =
                httpMethods(method).stream().filter(UNSAFE::contains).toList();
        return unsafe.isEmpty() ? Optional.empty() : Optional.of(readUnsafe(controller, method, unsafe));
    }

    private static UnsafeRoute readUnsafe(ClassElement controller, MethodElement method, List<String> httpMethods) {
        UriTemplates uris = uris(controller, method);
        return new UnsafeRoute(
                method.getName(),
                httpMethods,
                uris,
                InvalidationReader.parameters(controller, method, httpMethods, uris),
                !method.getDeclaringType().getName().equals(controller.getName()),
                method);
    }

    /** {@return whether a method is cached} */
    static boolean isCached(ClassElement controller, MethodElement method) {
        return cachingState(controller, method) != CachingState.NOT_CACHED;
    }

    /** {@return whether requests are routed to a method; error handlers are not routes} */
    static boolean isRoute(MethodElement method) {
        return !httpMethods(method).isEmpty();
    }

    private enum CachingState {
        CACHED,
        NOT_CACHED,
        CONTRADICTORY
    }

    /**
     * The annotation of a method applies to any route, and that of a controller to its GET routes. A declared annotation
     * overrides one that is inherited from an overridden method.
     */
    private static CachingState cachingState(ClassElement controller, MethodElement method) {
        AnnotationMetadata own = method.getMethodAnnotationMetadata();
        boolean asks = own.hasStereotype(HttpCached.class);
        if (!own.hasStereotype(NoHttpCache.class)) {
            boolean included = controller.hasStereotype(HttpCached.class) && method.hasStereotype(GET);
            return asks || included ? CachingState.CACHED : CachingState.NOT_CACHED;
        }
        boolean asksItself = own.hasDeclaredStereotype(HttpCached.class);
        if (!asks || asksItself == own.hasDeclaredStereotype(NoHttpCache.class)) {
            return asks ? CachingState.CONTRADICTORY : CachingState.NOT_CACHED;
        }
        return asksItself ? CachingState.CACHED : CachingState.NOT_CACHED;
    }

    static List<Parameter> parameters(ClassElement controller, MethodElement method, UriTemplates uris) {
        return Arrays.stream(method.getSuspendParameters())
                .map(parameter -> ParameterReader.read(parameter, uris, controller.getPackageName()))
                .toList();
    }

    static List<String> httpMethods(MethodElement method) {
        List<String> httpMethods = new ArrayList<>();
        for (String mapping : method.getAnnotationNamesByStereotype(HTTP_METHOD_MAPPING)) {
            if (mapping.equals(CUSTOM_HTTP_METHOD)) {
                httpMethods.add(method.stringValue(mapping, "method").orElse(""));
            } else if (!mapping.equals(ERROR)) {
                httpMethods.add(mapping.substring(mapping.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
            }
        }
        return httpMethods;
    }

    /** All of {@code uris}, and {@code value} if it is set, as in Micronaut's {@code AnnotatedMethodRouteBuilder}. */
    static UriTemplates uris(ClassElement controller, MethodElement method) {
        Set<String> texts = new LinkedHashSet<>(List.of(method.stringValues(HTTP_METHOD_MAPPING, "uris")));
        method.stringValue(HTTP_METHOD_MAPPING).ifPresent(texts::add);
        if (texts.isEmpty()) {
            texts.add("");
        }
        String root = controller.stringValue(CONTROLLER).orElse("");
        return new UriTemplates(
                texts.stream().map(text -> UriTemplate.nested(root, text)).toList());
    }
}
