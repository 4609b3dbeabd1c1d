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
import io.httpcached.processor.model.Binding.Opaque;
import io.httpcached.processor.model.Binding.Reach;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.ast.TypedElement;

/**
 * Tells where Micronaut takes the value of a parameter from, in the order of its own binders: a variable of the path that
 * has the parameter's name, then the binder of its annotation, then the binder of its type, then the query, then the
 * attributes of the request.
 */
final class ParameterReader {

    private ParameterReader() {}

    static Parameter read(ParameterElement parameter, UriTemplates uris, String packageName) {
        ClassElement type = parameter.getGenericType();
        return new Parameter(
                new Input(parameter.getName(), bind(parameter, uris), Bounds.limit(parameter), parameter),
                TypeNames.erased(type),
                TypeNames.erased(parameter.getType()),
                TypeNames.isAccessible(type, packageName),
                type.hasDeclaredAnnotation(Deprecated.class));
    }

    private static Binding bind(ParameterElement parameter, UriTemplates uris) {
        NamedValue value = new NamedValue(parameter, uris);
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

    /** Binds a field of a bean, for which Micronaut asks the same binders, but looks for no attribute. */
    static Binding bindField(TypedElement field, UriTemplates uris) {
        NamedValue value = new NamedValue(field, uris);
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
            case BODY, PART -> new Opaque("the request body", Reach.BEYOND);
            case SESSION_VALUE -> new Opaque("a value of the session", Reach.BEYOND);
            default -> new Opaque("@" + annotation.replaceFirst(".*[.$]", ""), Reach.REQUEST);
        };
    }
}
