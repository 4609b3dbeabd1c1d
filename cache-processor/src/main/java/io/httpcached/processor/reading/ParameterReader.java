package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.BINDABLE;
import static io.httpcached.processor.reading.MicronautNames.BODY;
import static io.httpcached.processor.reading.MicronautNames.COOKIE;
import static io.httpcached.processor.reading.MicronautNames.COOKIE_VALUE;
import static io.httpcached.processor.reading.MicronautNames.HEADER;
import static io.httpcached.processor.reading.MicronautNames.PART;
import static io.httpcached.processor.reading.MicronautNames.PATH_VARIABLE;
import static io.httpcached.processor.reading.MicronautNames.QUERY_VALUE;
import static io.httpcached.processor.reading.MicronautNames.REQUEST_BEAN;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Reach;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.ast.TypedElement;
import java.util.Set;

/**
 * Tells where Micronaut takes the value of a parameter from, in the order of its own binders: a variable of the path that
 * has the parameter's name, then the binder of its annotation, then the binder of its type, then the query.
 */
final class ParameterReader {

    private static final String PRINCIPAL = "java.security.Principal";
    private static final String LOCALE = "java.util.Locale";
    private static final String CACHE_TAGS = "io.httpcached.CacheTags";

    /** Types that are bound to the body, or to state that the server keeps for a client. */
    private static final Set<String> BEYOND_THE_REQUEST = Set.of(
            "io.micronaut.session.Session",
            "io.micronaut.http.multipart.FileUpload",
            "io.micronaut.http.server.multipart.MultipartBody",
            "java.io.InputStream");

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
        String name = NamedValue.requestName(parameter);
        if (uris.requires(name)) {
            return new NamedValue(parameter, uris).variable();
        }
        String annotation = parameter.getAnnotationNameByStereotype(BINDABLE).orElse("");
        if (annotation.equals(REQUEST_BEAN)) {
            return BeanReader.read(parameter, uris);
        }
        return bind(parameter, annotation, uris);
    }

    /** Binds a parameter, or a field of a bean, by its annotation. */
    static Binding bind(TypedElement element, String annotation, UriTemplates uris) {
        NamedValue value = new NamedValue(element, uris);
        return switch (annotation) {
            case PATH_VARIABLE -> value.pathVariable();
            case QUERY_VALUE -> value.query();
            case HEADER -> value.header();
            case COOKIE_VALUE -> value.cookie();
            case "" -> byType(element, value);
            case BODY, PART -> new Binding.Opaque("the request body", Reach.BEYOND);
            default -> new Binding.Opaque("@" + annotation.replaceFirst(".*[.$]", ""), Reach.REQUEST);
        };
    }

    private static Binding byType(TypedElement element, NamedValue value) {
        ClassElement declared = element.getGenericType();
        ClassElement type = declared.getOptionalValueType().orElse(declared);
        if (type.isAssignable(PRINCIPAL)) {
            return new Binding.User();
        }
        if (type.getName().equals(CACHE_TAGS)) {
            return new Binding.Tags();
        }
        if (type.getName().equals(COOKIE)) {
            return value.cookie();
        }
        if (BEYOND_THE_REQUEST.stream().anyMatch(type::isAssignable)) {
            return new Binding.Opaque(TypeNames.display(type), Reach.BEYOND);
        }
        return type.getName().equals(LOCALE)
                ? new Binding.Opaque(TypeNames.display(type), Reach.REQUEST)
                : value.query();
    }
}
