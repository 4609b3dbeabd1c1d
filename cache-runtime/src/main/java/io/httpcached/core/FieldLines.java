package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read access to header field lines by name. Names are compared without regard to case (RFC 9110 §5.1). */
public interface FieldLines {

    /**
     * {@return the value of the first line of that name, or null if there is none}
     *
     * @param name a field name in any case
     */
    @Nullable
    String first(String name);

    /**
     * {@return the values of all lines of that name in the order received; empty if there are none}
     *
     * @param name a field name in any case
     */
    List<String> all(String name);

    /**
     * {@return whether there is a line of that name, be it an empty one}
     *
     * @param name a field name in any case
     */
    default boolean has(String name) {
        return first(name) != null;
    }
}
