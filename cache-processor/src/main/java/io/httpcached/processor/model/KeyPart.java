package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a key: one statement of the generated key method. */
public sealed interface KeyPart {

    /**
     * A variable of the URI template.
     *
     * @param name its name
     * @param type the type of its value; null for its text
     * @param defaultValue the value if the path omits it
     */
    record PathVariable(String name, @Nullable TypeName type, @Nullable String defaultValue) implements KeyPart {}

    /**
     * A parameter of the query.
     *
     * @param name its name
     * @param type the type of its value; null for its text
     * @param defaultValue the value if the query omits it
     */
    record QueryValue(String name, @Nullable TypeName type, @Nullable String defaultValue) implements KeyPart {}

    /** All parameters of the query. */
    record WholeQuery() implements KeyPart {}

    /**
     * A header field, line by line as the client sent it.
     *
     * @param name its name
     */
    record HeaderField(String name) implements KeyPart {}

    /**
     * A header field that selects the response as {@code Vary} does, in normalized form.
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
     * The media type that the server selects.
     *
     * @param produced the media types that the route produces, in order
     */
    record MediaType(List<String> produced) implements KeyPart {}

    /** The language that the application resolves for the request. */
    record Language() implements KeyPart {}

    /**
     * Request attributes that must be absent: the server would bind them to a parameter, and no key contains their values.
     *
     * @param names their names
     */
    record NoAttribute(List<String> names) implements KeyPart {}

    /**
     * The body of the request with its content type.
     *
     * @param json whether JSON is taken in a normalized form
     */
    record Body(boolean json) implements KeyPart {}

    /** The path as a whole. */
    record Path() implements KeyPart {}

    /** The host, the path and the query as a whole. */
    record RequestUri() implements KeyPart {}
}
