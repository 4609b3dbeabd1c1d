package io.httpcached.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.TagTemplate.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Infers the parameters of the methods of a typed cache. A parameter has the type of the route's parameter if the latter is the only
 * one that receives the value; otherwise it is the text of the request.
 */
final class TypedParameters {

    private static final TypeName TEXT = ClassName.get(String.class);

    private TypedParameters() {}

    /** {@return a parameter for each variable of the path, in the order of the path} */
    static List<TypedParameter> ofPath(CachedRoute route) {
        return distinct(route.uris().pathVariables().stream()
                .map(variable -> ofVariable(variable, route))
                .toList());
    }

    /** {@return a parameter for each name that the template of a tag refers to, in the order of the template} */
    static List<TypedParameter> ofTag(TagTemplate tag, CachedRoute route) {
        return distinct(
                tag.references().stream().map(name -> ofReference(name, route)).toList());
    }

    /** {@return the parameters of two methods with equal types} */
    static List<TypedParameter> merge(List<TypedParameter> one, List<TypedParameter> other) {
        List<TypedParameter> merged = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            TypedParameter parameter = one.get(i);
            boolean nullable = parameter.nullable() || other.get(i).nullable();
            merged.add(new TypedParameter(parameter.name(), parameter.type(), nullable));
        }
        return merged;
    }

    private static TypedParameter ofVariable(String variable, CachedRoute route) {
        Source source = new Source(Place.PATH, variable);
        List<Input> bound = route.inputs()
                .filter(input -> input.binding() instanceof Value value
                        && value.sources().contains(source))
                .toList();
        boolean optional = !route.uris().requires(variable);
        return bound.size() == 1
                ? parameter(fieldName(bound.get(0)), bound.get(0), optional)
                : new TypedParameter(variable, TEXT, optional);
    }

    private static TypedParameter ofReference(String name, CachedRoute route) {
        Optional<Input> value = route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::input)
                .filter(input -> input.binding() instanceof Value)
                .findFirst();
        return value.map(input -> parameter(name, input, input.nullable()))
                .orElseGet(() -> new TypedParameter(name.equals(Reference.USER) ? name : "user", TEXT, false));
    }

    private static TypedParameter parameter(String name, Input input, boolean absent) {
        Value value = (Value) input.binding();
        TypeName type = value.type() == null || value.shape() == Shape.MANY ? TEXT : value.type();
        boolean nullable = absent && value.defaultValue() == null && !type.isPrimitive();
        return new TypedParameter(name, type, nullable);
    }

    /** The name of an input that is a field begins with that of the bean. */
    private static String fieldName(Input input) {
        return input.name().substring(input.name().indexOf('.') + 1);
    }

    private static List<TypedParameter> distinct(List<TypedParameter> parameters) {
        Set<String> taken = new HashSet<>();
        return parameters.stream()
                .map(parameter -> new TypedParameter(
                        TypedNames.unused(TypedNames.identifier(parameter.name()), taken),
                        parameter.type(),
                        parameter.nullable()))
                .toList();
    }
}
