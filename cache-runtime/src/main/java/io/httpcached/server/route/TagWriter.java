package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the tags of an entry and gives the values their templates name. A value that the request does not carry is
 * the empty text. Not thread-safe; one a request.
 */
@Internal
public final class TagWriter {

    private final RouteInput input;
    private final List<String> tags = new ArrayList<>(4);

    /**
     * Starts without tags.
     *
     * @param input what the method can see of the request
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
     * {@return the value of a path variable}
     *
     * @param name its name in the URI template
     */
    public String path(String name) {
        return orEmpty(input.path(name));
    }

    /**
     * {@return the first value of a query parameter}
     *
     * @param name its name
     */
    public String query(String name) {
        return orEmpty(input.query(name));
    }

    /**
     * {@return the first value of a query parameter, or its default}
     *
     * @param name its name
     * @param defaultValue the default
     */
    public String query(String name, String defaultValue) {
        String value = input.query(name);
        return value == null ? defaultValue : value;
    }

    /**
     * {@return the first line of a request header field}
     *
     * @param name its name
     */
    public String header(String name) {
        List<String> lines = input.header(name);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /**
     * {@return the value of a cookie}
     *
     * @param name its name
     */
    public String cookie(String name) {
        return orEmpty(input.cookie(name));
    }

    /** {@return the tags added so far, in order} */
    public List<String> tags() {
        return List.copyOf(tags);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
