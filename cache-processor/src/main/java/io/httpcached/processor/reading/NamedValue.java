package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.BINDABLE;

import com.palantir.javapoet.TypeName;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.TypedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter, or a field of a bean, that is bound to a named value of the request.
 *
 * <p>Micronaut's binders look for the name first, and then for the hyphenated name unless there is a default. A client may
 * use either, so both are part of the key.
 */
final class NamedValue {

    /** An introspected enum is a bean with this property, which Micronaut uses if the text is not one of the constants. */
    private static final Source NAME_OF_ENUM = new Source(Place.QUERY, "name");

    private final TypedElement element;
    private final ClassElement type;
    private final UriTemplates uris;
    private final String name;
    private final String packageName;

    /**
     * Creates a value.
     *
     * @param element the parameter or field
     * @param uris the URI templates of the route
     * @param packageName the package of the controller, whose interceptor must be able to name the type; an empty text if only
     *     public types can be named
     */
    NamedValue(TypedElement element, UriTemplates uris, String packageName) {
        this.element = element;
        this.packageName = packageName;
        this.type = element.getGenericType();
        this.uris = uris;
        this.name = requestName(element);
    }

    /** {@return the name in the request: that of the annotation, or that of the parameter} */
    static String requestName(TypedElement element) {
        return element.stringValue(BINDABLE).filter(text -> !text.isEmpty()).orElse(element.getName());
    }

    /** {@return the binding to a path variable} */
    Binding variable() {
        return value(List.of(new Source(Place.PATH, name)), shape());
    }

    Binding pathVariable() {
        if (takesEveryParameter()) {
            return everyParameter();
        }
        List<String> variables = uris.pathVariables();
        List<Source> sources = sources(Place.PATH).stream()
                .filter(source -> variables.contains(source.name()))
                .toList();
        return sources.isEmpty() ? variable() : value(sources, shape());
    }

    Binding header() {
        return value(sources(Place.HEADER), shape());
    }

    Binding cookie() {
        return value(sources(Place.COOKIE), shape());
    }

    Binding query() {
        if (takesEveryParameter() || Formats.joinsNames(element, isMany()) || isBean()) {
            return everyParameter();
        }
        List<Source> sources = new ArrayList<>();
        if (uris.pathVariables().contains(name)) {
            sources.add(new Source(Place.PATH, name));
        }
        sources.addAll(sources(Place.QUERY));
        List<Source> conversionInputs = new ArrayList<>(Conversions.inputs(element));
        if (valueType().isEnum()) {
            (defaultValue() == null ? sources : conversionInputs).add(NAME_OF_ENUM);
        }
        return value(sources, shape(), conversionInputs);
    }

    /** {@return the binding of a field without an annotation: the query, unless a custom binder may bind the type} */
    Binding unannotated() {
        return unannotated(Dependency.CUSTOM_BINDER);
    }

    private Binding unannotated(Dependency ofBean) {
        ClassElement bean = valueType();
        if (!isBean() || bean.isAssignable("java.util.Map") || takesEveryParameter()) {
            return query();
        }
        boolean ofMicronaut = bean.getPackageName().startsWith("io.micronaut.");
        return new Binding.Opaque(TypeNames.display(bean), ofMicronaut ? Dependency.REQUEST : ofBean);
    }

    /** {@code @RequestBean} is an alternative only for a parameter whose type has fields to bind, not inside a bean. */
    private Dependency ofBean() {
        ClassElement bean = valueType();
        boolean ofApplication = !bean.getPackageName().startsWith("java.");
        return ofApplication && bean == type && !BeanReader.fields(bean).isEmpty()
                ? Dependency.BEAN
                : Dependency.CUSTOM_BINDER;
    }

    /** {@return the binding of a parameter without an annotation, for which the server also looks at request attributes} */
    Binding unmatched() {
        String fallback = NameUtils.hyphenate(NameUtils.capitalize(element.getName()), false);
        List<String> attributes = Stream.of(name, fallback).distinct().toList();
        Binding binding = unannotated(ofBean());
        if (binding instanceof Binding.Value value) {
            return new Binding.Value(
                    value.sources(),
                    value.defaultValue(),
                    value.shape(),
                    value.type(),
                    value.keyType(),
                    value.conversionInputs(),
                    attributes);
        }
        return binding instanceof Binding.WholeQuery query
                ? new Binding.WholeQuery(query.conversionInputs(), attributes)
                : binding;
    }

    private Binding value(List<Source> sources, Shape shape) {
        return value(sources, shape, Conversions.inputs(element));
    }

    private Binding value(List<Source> sources, Shape shape, List<Source> conversionInputs) {
        return new Binding.Value(
                sources.stream().distinct().toList(),
                defaultValue(),
                shape,
                TypeNames.isAccessible(valueType(), packageName) ? TypeNames.withoutArguments(valueType()) : null,
                keyType(),
                conversionInputs,
                List.of());
    }

    private List<Source> sources(Place place) {
        String hyphenated = place == Place.HEADER
                ? NameUtils.hyphenate(NameUtils.capitalize(element.getName()), false)
                : NameUtils.hyphenate(element.getName());
        boolean same = place == Place.HEADER ? hyphenated.equalsIgnoreCase(name) : hyphenated.equals(name);
        return same || defaultValue() != null
                ? List.of(new Source(place, name))
                : List.of(new Source(place, name), new Source(place, hyphenated));
    }

    /** The value of a property placeholder is unknown at compile time. An empty default applies to text only. */
    private @Nullable String defaultValue() {
        return element.stringValue(BINDABLE, "defaultValue")
                .filter(text -> !text.contains("${") && !text.contains("#{"))
                .filter(text -> !text.isEmpty() || SimpleTypes.isText(type))
                .orElse(null);
    }

    private Binding everyParameter() {
        return new Binding.WholeQuery(Conversions.inputs(element), List.of());
    }

    private Shape shape() {
        if (isMany()) {
            return Shape.MANY;
        }
        if (SimpleTypes.isTextOrCharacter(valueType())) {
            return Shape.TEXT;
        }
        return SimpleTypes.isInteger(valueType()) && !hasFormat() ? Shape.INTEGER : Shape.CONVERTED;
    }

    /** A converter for a format may depend on the language, and one of the application on anything in the text. */
    private @Nullable TypeName keyType() {
        boolean named = !isMany()
                && !hasFormat()
                && SimpleTypes.hasDistinctTexts(valueType())
                && TypeNames.isAccessible(valueType(), packageName);
        return named ? TypeNames.erased(valueType()) : null;
    }

    private boolean hasFormat() {
        return element.hasStereotype(MicronautNames.FORMAT);
    }

    private boolean isMany() {
        ClassElement value = valueType();
        return value.isArray() || SimpleTypes.isCollection(value);
    }

    /** A bean is also bound to the query parameters with the names of its properties. */
    private boolean isBean() {
        return !isMany() && !SimpleTypes.isSimple(valueType());
    }

    /** An exploded variable binds all query parameters, except to a collection; an array is not a collection here. */
    private boolean takesEveryParameter() {
        return uris.explodes(name) && (type.isArray() || !SimpleTypes.isCollection(type));
    }

    private ClassElement valueType() {
        return type.getOptionalValueType().orElse(type);
    }
}
