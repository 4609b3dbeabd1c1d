package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.BINDABLE;
import static io.httpcached.processor.reading.MicronautNames.BODY;
import static io.httpcached.processor.reading.MicronautNames.COOKIE_VALUE;
import static io.httpcached.processor.reading.MicronautNames.HEADER;
import static io.httpcached.processor.reading.MicronautNames.PART;
import static io.httpcached.processor.reading.MicronautNames.PATH_VARIABLE;
import static io.httpcached.processor.reading.MicronautNames.QUERY_VALUE;
import static io.httpcached.processor.reading.MicronautNames.REQUEST_BEAN;
import static io.httpcached.processor.reading.MicronautNames.SESSION_VALUE;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Opaque;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.ast.TypedElement;

/**
 * Determines the source of a parameter's value in the order of Micronaut's binders: a path variable with the name of the
 * parameter, the binder of its annotation, the binder of its type, the query, the attributes of the request.
 */
final class ParameterReader {

    private ParameterReader() {}

    static Parameter read(ParameterElement parameter, UriTemplates uris, String packageName) {
        ClassElement type = parameter.getGenericType();
        return new Parameter(
                new Input(
                        parameter.getName(),
                        bind(parameter, uris, packageName),
                        ValueLimits.isLimited(parameter),
                        isNullable(parameter),
                        parameter),
                TypeNames.erased(type),
                TypeNames.erased(parameter.getType()),
                TypeNames.isAccessible(type, packageName),
                type.hasDeclaredAnnotation(Deprecated.class),
                AcceptedTexts.of(parameter));
    }

    private static Binding bind(ParameterElement parameter, UriTemplates uris, String packageName) {
        NamedValue value = new NamedValue(parameter, uris, packageName);
        if (uris.requires(NamedValue.requestName(parameter))) {
            return value.variable();
        }
        String annotation = annotation(parameter);
        if (annotation.equals(REQUEST_BEAN)) {
            return BeanReader.read(parameter, uris);
        }
        return annotation.isEmpty()
                ? TypedBindings.find(parameter.getGenericType(), value).orElseGet(value::unmatched)
                : byAnnotation(annotation, value);
    }

    /** Returns whether the parameter may be absent from a request. */
    static boolean isNullable(TypedElement element) {
        return element.isNullable() || element.getGenericType().isOptional();
    }

    /** Binds a field of a bean, for which Micronaut uses the same binders except request attributes. */
    static Binding bindField(TypedElement field, UriTemplates uris) {
        NamedValue value = new NamedValue(field, uris, "");
        String annotation = annotation(field);
        return annotation.isEmpty()
                ? TypedBindings.find(field.getGenericType(), value).orElseGet(value::unannotated)
                : byAnnotation(annotation, value);
    }

    private static String annotation(TypedElement element) {
        return element.getAnnotationNameByStereotype(BINDABLE).orElse("");
    }

    private static Binding byAnnotation(String annotation, NamedValue value) {
        return switch (annotation) {
            case PATH_VARIABLE -> value.pathVariable();
            case QUERY_VALUE -> value.query();
            case HEADER -> value.header();
            case COOKIE_VALUE -> value.cookie();
            case BODY -> new Opaque("the request body", Dependency.BODY);
            case PART -> new Opaque("the request body", Dependency.BODY_OR_SESSION);
            case SESSION_VALUE -> new Opaque("a value of the session", Dependency.BODY_OR_SESSION);
            default -> new Opaque("a value bound by @" + annotation.replaceFirst(".*[.$]", ""), Dependency.REQUEST);
        };
    }
}
