package io.httpcached.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of a parameter comes from. */
public sealed interface Binding {

    /**
     * Named values of the request.
     *
     * @param sources where the server looks, in its order; it takes the first that has a value
     * @param defaultValue the value when no source has one
     * @param shape what the text is bound to
     * @param localized whether the text is read in the language that the client accepts
     */
    record Value(List<Source> sources, @Nullable String defaultValue, Shape shape, boolean localized)
            implements Binding {

        /** Copies the list. */
        public Value {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A bean whose fields are bound one by one.
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

    /** What takes the tags of the result: it is given to the method, but tells it nothing of the request. */
    record Tags() implements Binding {}

    /**
     * Something that no named value of the request accounts for.
     *
     * @param what what the parameter is, as the object of a sentence
     * @param reach what would have to be in the key to account for it
     */
    record Opaque(String what, Reach reach) implements Binding {}

    /**
     * One place to look.
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

    /** What a text is bound to, as far as equal values may be written differently. */
    enum Shape {
        /** A whole number: leading zeros and a plus sign make no difference. */
        INTEGER,
        /** Any other single value. */
        TEXT,
        /** A collection or an array. */
        MANY
    }

    /** How far an opaque parameter looks. */
    enum Reach {
        /** Into the request line and the header, which the whole URI and {@code Vary} can account for. */
        REQUEST,
        /** Beyond: into the body or into state that the server keeps. */
        BEYOND
    }
}
