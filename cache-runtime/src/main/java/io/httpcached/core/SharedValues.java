package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one object for equal values that many entries have, such as their {@code Cache-Control}, their {@code Date} within a second,
 * and their lifetime. An entry then takes less memory, and a hit reads memory that other hits have read before. Thread-safe.
 */
public final class SharedValues {

    private final RecentValues<Object> values = new RecentValues<>();

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
        Object known = values.get(hash);
        if (value.equals(known)) {
            return (T) known;
        }
        values.put(hash, value);
        return null;
    }
}
