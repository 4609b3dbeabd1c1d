package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source of the value of a parameter. */
public sealed interface Binding {

    /**
     * Named values of the request.
     *
     * @param sources the places where the server looks, in this order; it takes the first value
     * @param defaultValue the value if no source has one
     * @param shape the kind of type that the text is bound to
     * @param type the type of the value, or null if a class in the package of the controller cannot access it
     * @param keyType the type whose values the key contains; null if it contains the text of the request
     * @param conversionInputs further values that the conversion of the text depends on, such as the language
     * @param attributes the request attributes where the server looks after all sources, and where a filter may have put any
     *     object
     */
    record Value(
            List<Source> sources,
            @Nullable String defaultValue,
            Shape shape,
            @Nullable TypeName type,
            @Nullable TypeName keyType,
            List<Source> conversionInputs,
            List<String> attributes)
            implements Binding {

        /** Another source with this name is that of the constant of an enum, which is not converted like the value. */
        private static final String NAME_OF_ENUM = "name";

        /** Copies the lists. */
        public Value {
            sources = List.copyOf(sources);
            conversionInputs = List.copyOf(conversionInputs);
            attributes = List.copyOf(attributes);
        }

        /** {@return the type whose values the key contains for a source; null if it contains the text of the request} */
        @Nullable
        TypeName keyType(Source source) {
            return source.name().equals(NAME_OF_ENUM) && !source.equals(sources.get(0)) ? null : keyType;
        }
    }

    /**
     * A value that depends on all query parameters, and on nothing else.
     *
     * @param conversionInputs see {@link Value}
     * @param attributes see {@link Value}
     */
    record WholeQuery(List<Source> conversionInputs, List<String> attributes) implements Binding {

        /** Copies the lists. */
        public WholeQuery {
            conversionInputs = List.copyOf(conversionInputs);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A bean that is bound field by field.
     *
     * @param fields the fields
     */
    record Fields(List<Input> fields) implements Binding {

        /** Copies the list. */
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** The authenticated user. */
    record User() implements Binding {}

    /** The language that the application resolves for the request. */
    record Language() implements Binding {}

    /** A value that is the same for every request. */
    record NoInput() implements Binding {}

    /** The {@code CacheTags} that collect the tags of the result; they contain nothing of the request. */
    record Tags() implements Binding {}

    /**
     * A value that the processor cannot derive from named values of the request.
     *
     * @param description the kind of value, as the object of a sentence
     * @param dependency the part of the request that it depends on
     */
    record Opaque(String description, Dependency dependency) implements Binding {}

    /**
     * A place where the server looks for a value.
     *
     * @param place the part of the request
     * @param name the name there
     */
    record Source(Place place, String name) {}

    /** The parts of a request that hold named values. */
    enum Place {
        /** A variable of the URI template. */
        PATH,
        /** A parameter of the query. */
        QUERY,
        /** A header field. */
        HEADER,
        /** A cookie. */
        COOKIE
    }

    /** The kind of type that a text is bound to, which determines whether different texts are equal values. */
    enum Shape {
        /** An integer: leading zeros and a plus sign make no difference. */
        INTEGER,
        /** Any other single value that is not a text: a converter decides which texts are equal values. */
        CONVERTED,
        /** A text: different texts are different values. */
        TEXT,
        /** A collection or an array. */
        MANY
    }

    /** The part of the request that an opaque value depends on. */
    enum Dependency {
        /** The request line and the header, which the whole URI and {@code Vary} can cover. */
        REQUEST,
        /** The fields of a bean, or the values that a custom binder reads, which the processor does not know. */
        BEAN,
        /** The values that a custom binder reads, which the processor does not know; the type has no fields to bind. */
        CUSTOM_BINDER,
        /** The header, which {@code Vary} can cover. */
        HEADER,
        /** The cookies, which one name in {@code Vary} can cover. */
        COOKIES,
        /** The password of the user. */
        CREDENTIALS,
        /** The body. */
        BODY,
        /** Files of the body, or state that the server keeps for a client. */
        BODY_OR_SESSION
    }
}
