package io.httpcached.server.interceptor;

import io.httpcached.core.CanonicalText;
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
    private final RouteArguments arguments;
    private final List<String> tags = new ArrayList<>(4);

    /**
     * Starts without tags.
     *
     * @param input the values that the method can read
     * @param arguments the parameters of the method
     */
    public TagWriter(RouteInput input, RouteArguments arguments) {
        this.input = input;
        this.arguments = arguments;
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
        return orEmpty(path(name, null));
    }

    /**
     * {@return the value of a path variable, or its replacement}
     *
     * @param name its name in the URI template
     * @param otherwise the replacement: the default, or the value of the next source that the server uses; null for none
     */
    public @Nullable String path(String name, @Nullable String otherwise) {
        return orElse(input.path(name), otherwise);
    }

    /**
     * {@return the value of a query parameter, or the empty text} The server joins the values of a repeated parameter.
     *
     * @param name its name
     */
    public String query(String name) {
        return orEmpty(query(name, null));
    }

    /**
     * {@return the value of a query parameter, or its replacement} The server joins the values of a repeated parameter.
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses; null for none
     */
    public @Nullable String query(String name, @Nullable String otherwise) {
        List<String> values = input.queryAll(name);
        return values.isEmpty() ? otherwise : values.size() == 1 ? values.get(0) : String.join(",", values);
    }

    /**
     * {@return the first line of a request header field, or the empty text}
     *
     * @param name its name
     */
    public String header(String name) {
        return orEmpty(header(name, null));
    }

    /**
     * {@return the first line of a request header field, or its replacement}
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses; null for none
     */
    public @Nullable String header(String name, @Nullable String otherwise) {
        List<String> lines = input.header(name);
        return lines.isEmpty() ? otherwise : lines.get(0);
    }

    /**
     * {@return the value of a cookie, or the empty text}
     *
     * @param name its name
     */
    public String cookie(String name) {
        return orEmpty(cookie(name, null));
    }

    /**
     * {@return the value of a cookie, or its replacement}
     *
     * @param name its name
     * @param otherwise the replacement: the default, or the value of the next source that the server uses; null for none
     */
    public @Nullable String cookie(String name, @Nullable String otherwise) {
        return orElse(input.cookie(name), otherwise);
    }

    /**
     * Returns the canonical form of a whole number, so that invalidating {@code product:20} reaches {@code /products/020}.
     *
     * @param text the value in the request
     * @return its canonical form
     */
    public String integer(String text) {
        return CanonicalText.integer(text);
    }

    /**
     * Returns the canonical text of the value that the server binds to a parameter, so that every spelling of the value in a
     * request has the same tag.
     *
     * @param parameter the index of the parameter
     * @param text the value in the request, or null if there is none
     * @return its canonical text, or the empty text
     */
    public String value(int parameter, @Nullable String text) {
        return text == null ? "" : arguments.text(parameter, text, input.request());
    }

    /** {@return the name of the principal, or the empty text if the request has none} */
    public String user() {
        return input.user();
    }

    /** {@return the tags added so far, in order} */
    public List<String> tags() {
        return List.copyOf(tags);
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
