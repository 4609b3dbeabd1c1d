package io.httpcached.server.interceptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key. Each part is written as its kind, its name and its value, and every text is preceded by its length, so
 * that different parts never result in the same key. Not thread-safe.
 */
final class KeyText {

    private static final int ROOM = 32;

    private final String prefix;
    private @Nullable StringBuilder parts;

    KeyText(String prefix) {
        this.prefix = prefix;
    }

    /** Adds one value, or the absence of one. */
    void part(char kind, String name, @Nullable String value) {
        StringBuilder out = begin(kind, name);
        if (value == null) {
            out.append('-');
        } else {
            text(out, value);
        }
    }

    /** Adds any number of values in their order. */
    void parts(char kind, String name, List<String> values) {
        StringBuilder out = begin(kind, name).append(values.size()).append('*');
        for (String value : values) {
            text(out, value);
        }
    }

    boolean isEmpty() {
        return parts == null;
    }

    @Override
    public String toString() {
        return parts == null ? prefix : parts.toString();
    }

    private StringBuilder begin(char kind, String name) {
        StringBuilder out = parts;
        if (out == null) {
            out = new StringBuilder(prefix.length() + ROOM).append(prefix);
            parts = out;
        }
        return text(out.append(kind), name);
    }

    private static StringBuilder text(StringBuilder out, String text) {
        return out.append(text.length()).append(':').append(text);
    }
}
