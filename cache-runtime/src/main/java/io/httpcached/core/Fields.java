package io.httpcached.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Immutable header field lines, exactly as received: in order, with the original case of names and with repeated and empty
 * lines. Iterate with {@link #size()}, {@link #name(int)} and {@link #value(int)}, which allocate nothing.
 */
public final class Fields implements FieldLines {

    /** No lines. */
    public static final Fields EMPTY = new Fields(new String[0]);

    /** The references to the name and the value of a line. */
    private static final int LINE_BYTES = 16;

    /** A text without its characters, and another one in the form that a server sends. */
    private static final int TEXT_BYTES = 88;

    private static final int UNKNOWN = -1;

    /** Names at even indexes, each followed by its value, so that one object holds all lines. */
    private final String[] lines;

    /** Made again if another thread does not see it, so it needs no synchronization. */
    private @Nullable Object form;

    /** The size of the values that no other lines share, or {@link #UNKNOWN}. */
    private final int ownBytes;

    private Fields(String[] lines) {
        this(lines, UNKNOWN);
    }

    private Fields(String[] lines, int ownBytes) {
        this.lines = lines;
        this.ownBytes = ownBytes;
    }

    /**
     * {@return the lines with the given names and values}
     *
     * @param namesAndValues a name, its value, the next name, and so on
     * @throws IllegalArgumentException if the last name has no value
     */
    public static Fields of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "The field " + namesAndValues[namesAndValues.length - 1] + " has no value.");
        }
        return namesAndValues.length == 0 ? EMPTY : new Fields(namesAndValues.clone());
    }

    /** {@return a builder without lines} */
    public static Builder builder() {
        return new Builder(8);
    }

    /** {@return the number of lines} */
    public int size() {
        return lines.length / 2;
    }

    /**
     * {@return the name of a line in its original case}
     *
     * @param index from 0 to {@link #size()} - 1
     */
    public String name(int index) {
        return lines[index * 2];
    }

    /**
     * {@return the value of a line}
     *
     * @param index from 0 to {@link #size()} - 1
     */
    public String value(int index) {
        return lines[index * 2 + 1];
    }

    @Override
    public @Nullable String first(String name) {
        for (int i = 0; i < lines.length; i += 2) {
            if (lines[i].equalsIgnoreCase(name)) {
                return lines[i + 1];
            }
        }
        return null;
    }

    @Override
    public List<String> all(String name) {
        String first = first(name);
        if (first == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < lines.length; i += 2) {
            if (lines[i].equalsIgnoreCase(name)) {
                values.add(lines[i + 1]);
            }
        }
        return values;
    }

    /**
     * {@return these lines without those that have one of the given names}
     *
     * @param names field names in any case
     */
    public Fields without(String... names) {
        return without(Arrays.asList(names));
    }

    /**
     * {@return these lines without those that have one of the given names}
     *
     * @param names field names in any case
     */
    public Fields without(Collection<String> names) {
        if (names.isEmpty() || !containsAny(names)) {
            return this;
        }
        Builder kept = new Builder(size());
        for (int i = 0; i < lines.length; i += 2) {
            if (!contains(names, lines[i])) {
                kept.add(lines[i], lines[i + 1]);
            }
        }
        return kept.build();
    }

    /**
     * {@return only the lines that have one of the given names}
     *
     * @param names field names in any case
     */
    public Fields only(Collection<String> names) {
        if (names.isEmpty()) {
            return EMPTY;
        }
        Builder kept = new Builder(names.size());
        for (int i = 0; i < lines.length; i += 2) {
            if (contains(names, lines[i])) {
                kept.add(lines[i], lines[i + 1]);
            }
        }
        return kept.build();
    }

    /**
     * {@return these lines with exactly one line of the given name} The line replaces the first one of that name, or is added
     * at the end. If these lines contain it already, nothing is copied.
     *
     * @param name the name of the field
     * @param value the value of the field
     */
    public Fields with(String name, String value) {
        if (hasOnly(name, value)) {
            return this;
        }
        Builder result = new Builder(size() + 1);
        boolean placed = false;
        for (int i = 0; i < lines.length; i += 2) {
            if (!lines[i].equalsIgnoreCase(name)) {
                result.add(lines[i], lines[i + 1]);
            } else if (!placed) {
                result.add(name, value);
                placed = true;
            }
        }
        return placed ? result.build() : result.add(name, value).build();
    }

    /**
     * {@return these lines and one more, even if a line with the name exists}
     *
     * @param name the name of the field
     * @param value the value of the field
     */
    public Fields plus(String name, String value) {
        String[] more = Arrays.copyOf(lines, lines.length + 2);
        more[lines.length] = name;
        more[lines.length + 1] = value;
        return new Fields(more);
    }

    /**
     * {@return these lines followed by other lines}
     *
     * @param others further lines
     */
    public Fields plus(Fields others) {
        if (others.lines.length == 0) {
            return this;
        }
        String[] more = Arrays.copyOf(lines, lines.length + others.lines.length);
        System.arraycopy(others.lines, 0, more, lines.length, others.lines.length);
        return new Fields(more);
    }

    /**
     * {@return these lines in a form that a server sends faster, which is made once} The fields of an entry keep it for all hits.
     *
     * @param type the type of the form, which must be immutable and have final fields
     * @param make makes the form
     * @param <T> the type of the form
     */
    public <T> T as(Class<T> type, Function<Fields, T> make) {
        Object known = form;
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T made = make.apply(this);
        form = made;
        return made;
    }

    /** {@return the same lines, with the values that other lines have as well} */
    Fields sharing(SharedValues values) {
        String[] shared = lines.clone();
        int own = 0;
        for (int i = 1; i < shared.length; i += 2) {
            String known = values.find(shared[i]);
            if (known == null) {
                own += bytes(shared[i]);
            } else {
                shared[i] = known;
            }
        }
        return new Fields(shared, own);
    }

    /** {@return the approximate heap size of the lines in bytes, in both forms, without the texts that other lines share} */
    public long footprint() {
        long bytes = (long) LINE_BYTES * size();
        return bytes + (ownBytes == UNKNOWN ? sizeOfValues() : ownBytes);
    }

    private long sizeOfValues() {
        long bytes = 0;
        for (int i = 1; i < lines.length; i += 2) {
            bytes += bytes(lines[i]);
        }
        return bytes;
    }

    private static int bytes(String value) {
        return TEXT_BYTES + 2 * value.length();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields && Arrays.equals(lines, fields.lines);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i += 2) {
            text.append(lines[i]).append(": ").append(lines[i + 1]).append('\n');
        }
        return text.toString();
    }

    private boolean hasOnly(String name, String value) {
        boolean found = false;
        for (int i = 0; i < lines.length; i += 2) {
            if (lines[i].equalsIgnoreCase(name)) {
                if (found || !lines[i].equals(name) || !lines[i + 1].equals(value)) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private boolean containsAny(Collection<String> names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Collection<String> names, String name) {
        for (String candidate : names) {
            if (candidate.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** Collects lines. Not thread-safe. */
    public static final class Builder {

        private String[] lines;
        private int count;

        private Builder(int expectedLines) {
            lines = new String[expectedLines * 2];
        }

        /**
         * {@return this builder} Adds a line at the end, even if a line with the name exists.
         *
         * @param name the name of the field
         * @param value the value of the field
         */
        public Builder add(String name, String value) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, Math.max(8, count * 2));
            }
            lines[count] = name;
            lines[count + 1] = value;
            count += 2;
            return this;
        }

        /** {@return the lines} */
        public Fields build() {
            return count == 0 ? EMPTY : new Fields(Arrays.copyOf(lines, count));
        }
    }
}
