package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.BINDABLE;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the invalidations of a method. */
final class InvalidationReader {

    /** The HTTP methods whose requests have no body that Micronaut binds. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "TRACE");

    private static final Binding QUERY_OR_BODY =
            new Binding.Opaque("a value of the query or of the request body", Dependency.BODY_OR_SESSION);

    private InvalidationReader() {}

    /**
     * Reads a route.
     *
     * @param controller the controller that declares or inherits the method
     * @param method a method that is a route
     * @return the route; empty if it has no {@code @HttpCacheInvalidate}
     */
    static Optional<InvalidatingRoute> read(ClassElement controller, MethodElement method) {
        List<AnnotationValue<HttpCacheInvalidate>> annotations = annotations(method);
        if (annotations.isEmpty()) {
            return Optional.empty();
        }
        List<String> httpMethods = RouteReader.httpMethods(method);
        UriTemplates uris = RouteReader.uris(controller, method);
        return Optional.of(new InvalidatingRoute(
                method.getName(),
                httpMethods,
                uris,
                parameters(controller, method, httpMethods, uris),
                annotations.stream().map(InvalidationReader::invalidation).toList(),
                RouteReader.isCached(controller, method),
                method));
    }

    /** {@return whether a method carries the annotation itself} */
    static boolean isDeclaredOn(AnnotationMetadata metadata) {
        return !metadata.getDeclaredAnnotationValuesByType(HttpCacheInvalidate.class)
                .isEmpty();
    }

    /** Declared invalidations replace inherited ones; Micronaut's own metadata would contain both. */
    private static List<AnnotationValue<HttpCacheInvalidate>> annotations(MethodElement method) {
        AnnotationMetadata own = method.getMethodAnnotationMetadata();
        return isDeclaredOn(own)
                ? own.getDeclaredAnnotationValuesByType(HttpCacheInvalidate.class)
                : own.getAnnotationValuesByType(HttpCacheInvalidate.class);
    }

    /** {@return the parameters of a route that is not cached} */
    static List<Parameter> parameters(
            ClassElement controller, MethodElement method, List<String> httpMethods, UriTemplates uris) {
        List<Parameter> parameters = RouteReader.parameters(controller, method, uris);
        return WITHOUT_BODY.containsAll(httpMethods)
                ? parameters
                : parameters.stream().map(InvalidationReader::withBody).toList();
    }

    /** Without a binding annotation, Micronaut takes a value that is absent from the query from the body. */
    private static Parameter withBody(Parameter parameter) {
        Input input = parameter.input();
        boolean fromQuery = input.binding() instanceof Binding.Value value
                && value.sources().stream().anyMatch(source -> source.place() == Place.QUERY);
        return fromQuery && !input.origin().hasStereotype(BINDABLE) ? parameter.boundTo(QUERY_OR_BODY) : parameter;
    }

    private static Invalidation invalidation(AnnotationValue<HttpCacheInvalidate> annotation) {
        return new Invalidation(
                templates(annotation, "tags"),
                templates(annotation, "paths"),
                AnnotationTexts.text(annotation, "namespace").orElse(""),
                annotation.booleanValue("soft").orElse(false));
    }

    private static List<TagTemplate> templates(AnnotationValue<HttpCacheInvalidate> annotation, String member) {
        return AnnotationTexts.texts(annotation, member).stream()
                .map(TagTemplate::parse)
                .toList();
    }
}
