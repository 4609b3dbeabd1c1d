package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path variable of a cached route, with the parameters that are bound to it.
 *
 * @param name the name of the variable
 * @param route the route
 */
record PathInput(String name, CachedRoute route) {

    /** {@return the variables of a route that can be spelled in several ways, or be absent} */
    static List<SpelledVariable> spelled(CachedRoute route) {
        Stream<String> bound = values(route)
                .flatMap(value -> value.sources().stream())
                .filter(source -> source.place() == Place.PATH)
                .map(Source::name);
        return Stream.concat(route.uris().pathVariables().stream(), bound)
                .distinct()
                .map(name -> new PathInput(name, route))
                .map(input -> input.spelled())
                .filter(variable -> variable.parameter() >= 0 || variable.defaultValue() != null)
                .toList();
    }

    private SpelledVariable spelled() {
        int parameter = parameter();
        if (parameter < 0) {
            parameter = bean();
        }
        return new SpelledVariable(name, parameter, parameter < 0 ? null : field(parameter), defaultValue());
    }

    /** {@return the part of the key} */
    KeyPart.PathVariable keyPart() {
        int parameter = parameter();
        TypeName type =
                parameter < 0 ? null : value(route.parameters().get(parameter)).keyType();
        return new KeyPart.PathVariable(name, type, defaultValue());
    }

    /** A default applies only if the server looks in the path alone and all parameters of that variable have the same default. */
    private @Nullable String defaultValue() {
        List<Source> pathAlone = List.of(source());
        Set<Optional<String>> defaults = values(route)
                .filter(value -> value.sources().equals(pathAlone))
                .map(value -> Optional.ofNullable(value.defaultValue()))
                .collect(Collectors.toSet());
        return defaults.size() == 1 ? defaults.iterator().next().orElse(null) : null;
    }

    /**
     * Returns the index of the parameter whose value stands for the text of the variable, or -1: several parameters can
     * distinguish more texts than one.
     */
    private int parameter() {
        return find(input -> isSpelled(input.binding()));
    }

    /** Returns the index of the bean whose field stands for the text of the variable, or -1. */
    private int bean() {
        return find(input -> fields(input).anyMatch(field -> isSpelled(field.binding())));
    }

    private int find(Predicate<Input> wanted) {
        List<Parameter> parameters = route.parameters();
        boolean single = values(route).filter(this::isBound).count() == 1;
        return IntStream.range(0, single ? parameters.size() : 0)
                .filter(i -> wanted.test(parameters.get(i).input()))
                .findFirst()
                .orElse(-1);
    }

    /** Returns the name of the field of a bean, or null for any other parameter. */
    private @Nullable String field(int parameter) {
        return fields(route.parameters().get(parameter).input())
                .filter(field -> isSpelled(field.binding()))
                .map(field -> field.name().substring(field.name().indexOf('.') + 1))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Input> fields(Input input) {
        return input.binding() instanceof Binding.Fields bean ? bean.fields().stream() : Stream.empty();
    }

    private boolean isSpelled(Binding binding) {
        return binding instanceof Value value
                && isBound(value)
                && (value.shape() == Shape.INTEGER || value.shape() == Shape.CONVERTED);
    }

    private boolean isBound(Value value) {
        return value.sources().contains(source());
    }

    private Source source() {
        return new Source(Place.PATH, name);
    }

    private static Value value(Parameter parameter) {
        return (Value) parameter.input().binding();
    }

    private static Stream<Value> values(CachedRoute route) {
        return route.inputs()
                .map(Input::binding)
                .filter(Value.class::isInstance)
                .map(Value.class::cast);
    }
}
