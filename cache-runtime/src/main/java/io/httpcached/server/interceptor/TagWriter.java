package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the tags of an entry and returns the values that their templates name. A missing value is an empty text. Not
 * thread-safe; one per request.
 */
@Internal
public final class TagWriter {

    private final RouteInput input;
    private final List<String> tags = new ArrayList<>(4);

    /**
     * Starts without tags.
     *
     * @param input the values that the method can read
     */
    public TagWriter(RouteInput input) {
        this.input = input;
    }

    /**
     * Adds a tag.
     *
     * @param tag the tag with its values filled in
     */
    public void add(String tag) {
        tags.add(tag);
    }

    /**
     * {@return the value of a path variable, or the empty text}
     *
     * @param name its name in the URI template
     */
    public String path(String name) {
        return path(name, "");
    }

    /**
     * {@return the value of a path variable, or its replacement}
     *
     * @param name its name in the URI template
     * @param otherwise the replacement: the default, or the value of the next source that the server uses
     */
    public String path(String name, String otherwise) {
        return orElse(input.path(name), otherwise);
    }

    /**
     * {@return the first value of a query parameter, or the empty text}
     *
     * @param name its name
     */
    public String query(String name) {
        return query(name, "");
    }

    /**
     * {@return the first value of a query parameter, or its replacement}
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses
     */
    public String query(String name, String otherwise) {
        return orElse(input.query(name), otherwise);
    }

    /**
     * {@return the first line of a request header field, or the empty text}
     *
     * @param name its name
     */
    public String header(String name) {
        return header(name, "");
    }

    /**
     * {@return the first line of a request header field, or its replacement}
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses
     */
    public String header(String name, String otherwise) {
        List<String> lines = input.header(name);
        return lines.isEmpty() ? otherwise : lines.get(0);
    }

    /**
     * {@return the value of a cookie, or the empty text}
     *
     * @param name its name
     */
    public String cookie(String name) {
        return cookie(name, "");
    }

    /**
     * {@return the value of a cookie, or its replacement}
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses
     */
    public String cookie(String name, String otherwise) {
        return orElse(input.cookie(name), otherwise);
    }

    /**
     * Returns the canonical form of a whole number, so that invalidating {@code product:20} reaches {@code /products/020}.
     *
     * @param text the value in the request
     * @return its canonical form
     */
    public String integer(String text) {
        return WholeNumber.canonical(text);
    }

    /** {@return the name of the principal, or the empty text if the request has none} */
    public String user() {
        return input.user();
    }

    /** {@return the tags added so far, in order} */
    public List<String> tags() {
        return List.copyOf(tags);
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
