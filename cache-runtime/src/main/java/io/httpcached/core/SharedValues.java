package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one object for equal values that many entries have, such as their {@code Cache-Control}, their {@code Date} within a second,
 * and their lifetime. An entry then takes less memory, and a hit reads memory that other hits have read before. A value may replace
 * another one with the same index, so the table does not grow. Thread-safe.
 */
public final class SharedValues {

    private static final int SIZE = 1 << 10;

    /** Strings and lifetimes are immutable with final fields, so a thread that sees one of them sees all of it. */
    private final @Nullable Object[] values = new Object[SIZE];

    /**
     * {@return the same lines, with shared values}
     *
     * @param fields the lines of a response
     */
    public Fields share(Fields fields) {
        return fields.sharing(this);
    }

    /**
     * {@return an equal lifetime that other responses have as well}
     *
     * @param lifetime the lifetime of a response
     */
    public Lifetime share(Lifetime lifetime) {
        Lifetime known = find(lifetime);
        return known == null ? lifetime : known;
    }

    /** {@return an equal value that was sought before, or null} If there is none, this value is found from now on. */
    @SuppressWarnings("unchecked")
    <T> @Nullable T find(T value) {
        int hash = value.hashCode();
        int index = (hash ^ hash >>> 16) & SIZE - 1;
        Object known = values[index];
        if (value.equals(known)) {
            return (T) known;
        }
        values[index] = value;
        return null;
    }
}
