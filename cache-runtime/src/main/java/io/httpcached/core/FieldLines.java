package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads header field lines by name. Names are case-insensitive (RFC 9110 §5.1). */
public interface FieldLines {

    /**
     * {@return the value of the first line with the name, or null if there is none}
     *
     * @param name a field name in any case
     */
    @Nullable
    String first(String name);

    /**
     * {@return the values of all lines with the name in the order received; empty if there are none}
     *
     * @param name a field name in any case
     */
    List<String> all(String name);

    /**
     * {@return whether there is a line with the name, even an empty one}
     *
     * @param name a field name in any case
     */
    default boolean has(String name) {
        return first(name) != null;
    }
}
