package io.httpcached.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement of a key: what of the request tells entries apart. */
public sealed interface KeyPart {

    /**
     * A variable of the URI template.
     *
     * @param name its name
     * @param defaultValue its value when the path leaves it out
     */
    record PathVariable(String name, @Nullable String defaultValue) implements KeyPart {}

    /**
     * A parameter of the query.
     *
     * @param name its name
     * @param defaultValue its value when the query leaves it out
     * @param integer whether it is bound to a whole number
     */
    record QueryValue(String name, @Nullable String defaultValue, boolean integer) implements KeyPart {}

    /** All parameters of the query. */
    record WholeQuery() implements KeyPart {}

    /**
     * A header field, as it came.
     *
     * @param name its name
     */
    record HeaderField(String name) implements KeyPart {}

    /**
     * A header field that selects the response as {@code Vary} does, by what it means.
     *
     * @param name its name
     */
    record VaryField(String name) implements KeyPart {}

    /**
     * A cookie.
     *
     * @param name its name
     */
    record CookieValue(String name) implements KeyPart {}

    /**
     * The media type the server chooses.
     *
     * @param produced what it can choose from, in order
     */
    record MediaType(List<String> produced) implements KeyPart {}

    /** The language that the application gives the request. */
    record Language() implements KeyPart {}

    /**
     * Attributes that must not be there: the server would make an argument of them, and no key holds what they are.
     *
     * @param names their names
     */
    record NoAttribute(List<String> names) implements KeyPart {}

    /** The path as a whole. */
    record Path() implements KeyPart {}

    /** The host, the path and the query as a whole. */
    record RequestUri() implements KeyPart {}
}
