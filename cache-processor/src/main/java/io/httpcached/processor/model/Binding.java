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
     * @param besides what says how the text is read, such as in which language, or stands in for one that cannot be read
     * @param attributes the attributes of the request that the server turns to after all sources, and in which a filter
     *     may have left anything
     */
    record Value(
            List<Source> sources,
            @Nullable String defaultValue,
            Shape shape,
            List<Source> besides,
            List<String> attributes)
            implements Binding {

        /** Copies the lists. */
        public Value {
            sources = List.copyOf(sources);
            besides = List.copyOf(besides);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * What may be made of any parameter of the query, and of nothing else.
     *
     * @param besides as that of a {@link Value}
     * @param attributes as those of a {@link Value}
     */
    record WholeQuery(List<Source> besides, List<String> attributes) implements Binding {

        /** Copies the lists. */
        public WholeQuery {
            besides = List.copyOf(besides);
            attributes = List.copyOf(attributes);
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

    /** The language of the request, as the application tells it. */
    record Language() implements Binding {}

    /** Something that is the same for every request. */
    record NoInput() implements Binding {}

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
        /** As far as the code does that makes a value of the parameter's type, of which the compiler knows nothing. */
        UNKNOWN,
        /** Into the header, which {@code Vary} can account for. */
        HEADER,
        /** Into the cookies, which one name in {@code Vary} can account for. */
        COOKIES,
        /** At the password of the user. */
        CREDENTIALS,
        /** Beyond: into the body or into state that the server keeps. */
        BEYOND
    }
}
