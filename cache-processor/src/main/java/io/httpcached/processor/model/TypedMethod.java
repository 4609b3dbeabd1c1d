package io.httpcached.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of a typed cache.
 *
 * @param name its name
 * @param parameters its parameters
 * @param entries the entries that it invalidates, each once; at least one
 */
public record TypedMethod(String name, List<TypedParameter> parameters, List<Entries> entries) {

    /** Copies the lists. */
    public TypedMethod {
        parameters = List.copyOf(parameters);
        entries = List.copyOf(entries);
    }

    /** The entries that a method names. The parameters of the method are the values, in the order of the names. */
    public sealed interface Entries {

        /**
         * All entries of a route.
         *
         * @param route the route
         */
        record OfRoute(CachedRoute route) implements Entries {}

        /**
         * The entries of a route for some values of its path variables.
         *
         * @param route the route
         */
        record OfPath(CachedRoute route) implements Entries {}

        /**
         * The entries with a tag.
         *
         * @param tag the template of the tag
         */
        record OfTag(TagTemplate tag) implements Entries {}
    }

    static TypedMethod of(String name, List<TypedParameter> parameters, Entries entries) {
        return new TypedMethod(name, parameters, List.of(entries));
    }

    /** {@return the text that two methods of a class must not share} */
    String signature() {
        return parameters.stream()
                .map(parameter -> parameter.type().toString())
                .collect(Collectors.joining(",", name + "(", ")"));
    }

    /**
     * {@return a method that also invalidates the entries of another one} A value may be absent if it may be in one of the two.
     *
     * @param other a method with the same signature
     */
    TypedMethod with(TypedMethod other) {
        return new TypedMethod(
                name,
                TypedParameters.merge(parameters, other.parameters),
                Stream.concat(entries.stream(), other.entries.stream())
                        .distinct()
                        .toList());
    }
}
