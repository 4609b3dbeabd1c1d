package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.BINDABLE;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Reach;
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
 * A parameter, or a field of a bean, that is bound to a value with a name.
 *
 * <p>Micronaut's binders look under the name first, then under the hyphenated name of the parameter unless there is a
 * default. Both are sources: a client may use either, so both have to be in the key.
 */
final class NamedValue {

    /** An introspected enum is a bean with this one property, which stands in for a text that is none of its constants. */
    private static final Source NAME_OF_ENUM = new Source(Place.QUERY, "name");

    private final TypedElement element;
    private final ClassElement type;
    private final UriTemplates uris;
    private final String name;

    NamedValue(TypedElement element, UriTemplates uris) {
        this.element = element;
        this.type = element.getGenericType();
        this.uris = uris;
        this.name = requestName(element);
    }

    /** {@return the name in the request: the annotation's, else the parameter's own} */
    static String requestName(TypedElement element) {
        return element.stringValue(BINDABLE).filter(text -> !text.isEmpty()).orElse(element.getName());
    }

    /** {@return the binding to one variable of the path} */
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
        List<Source> besides = new ArrayList<>(Conversions.besides(element));
        if (valueType().isEnum()) {
            (defaultValue() == null ? sources : besides).add(NAME_OF_ENUM);
        }
        return value(sources, shape(), besides);
    }

    /** {@return the binding of what has no annotation: to the query, unless the application may know the type better} */
    Binding unannotated() {
        ClassElement bean = valueType();
        if (!isBean() || bean.isAssignable("java.util.Map") || takesEveryParameter()) {
            return query();
        }
        boolean ofMicronaut = bean.getPackageName().startsWith("io.micronaut.");
        return new Binding.Opaque(TypeNames.display(bean), ofMicronaut ? Reach.REQUEST : Reach.UNKNOWN);
    }

    /** {@return the binding of a parameter without an annotation, for which the server looks further than for a field} */
    Binding unmatched() {
        String fallback = NameUtils.hyphenate(NameUtils.capitalize(element.getName()), false);
        List<String> attributes = Stream.of(name, fallback).distinct().toList();
        Binding binding = unannotated();
        if (binding instanceof Binding.Value value) {
            return new Binding.Value(value.sources(), value.defaultValue(), value.shape(), value.besides(), attributes);
        }
        return binding instanceof Binding.WholeQuery query
                ? new Binding.WholeQuery(query.besides(), attributes)
                : binding;
    }

    private Binding value(List<Source> sources, Shape shape) {
        return value(sources, shape, Conversions.besides(element));
    }

    private Binding value(List<Source> sources, Shape shape, List<Source> besides) {
        return new Binding.Value(sources.stream().distinct().toList(), defaultValue(), shape, besides, List.of());
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

    /** A default that a property supplies is unknown here, and an empty one counts for text only. */
    private @Nullable String defaultValue() {
        return element.stringValue(BINDABLE, "defaultValue")
                .filter(text -> !text.contains("${") && !text.contains("#{"))
                .filter(text -> !text.isEmpty() || SimpleTypes.isText(type))
                .orElse(null);
    }

    private Binding everyParameter() {
        return new Binding.WholeQuery(Conversions.besides(element), List.of());
    }

    private Shape shape() {
        if (isMany()) {
            return Shape.MANY;
        }
        return SimpleTypes.isInteger(valueType()) ? Shape.INTEGER : Shape.TEXT;
    }

    private boolean isMany() {
        ClassElement value = valueType();
        return value.isArray() || SimpleTypes.isCollection(value);
    }

    /** What is made of other texts than its own, as far as the query holds any under the names of its properties. */
    private boolean isBean() {
        return !isMany() && !SimpleTypes.isSimple(valueType());
    }

    /** An exploded variable gives all parameters of the query to what is no collection, an array included. */
    private boolean takesEveryParameter() {
        return uris.explodes(name) && (type.isArray() || !SimpleTypes.isCollection(type));
    }

    private ClassElement valueType() {
        return type.getOptionalValueType().orElse(type);
    }
}
