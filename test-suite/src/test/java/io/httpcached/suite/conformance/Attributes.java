package io.httpcached.suite.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in a file of cases, read name by name. What is left when all names were asked for is a mistake in the file,
 * for a misspelt expectation would hold whatever happens.
 */
final class Attributes {

    private final String where;
    private final Map<String, Object> left;
    private final UnaryOperator<String> expand;

    /**
     * Takes a mapping.
     *
     * @param where what it describes, for messages
     * @param node what the parser made of it, null for an empty one
     * @param expand replaces placeholders in texts
     */
    Attributes(String where, @Nullable Object node, UnaryOperator<String> expand) {
        this.where = where;
        this.expand = expand;
        this.left = new HashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> left.put(String.valueOf(name), value));
        } else if (node != null) {
            throw new IllegalArgumentException(where + " is no mapping: " + node);
        }
    }

    /** {@return a text that must be there} */
    String text(String name) {
        String text = text(name, null);
        if (text == null) {
            throw new IllegalArgumentException(where + " has no " + name);
        }
        return text;
    }

    @Nullable
    String text(String name, @Nullable String otherwise) {
        Object value = left.remove(name);
        return value == null ? otherwise : expand.apply(value.toString());
    }

    String textOr(String name, String otherwise) {
        String text = text(name, null);
        return text == null ? otherwise : text;
    }

    int number(String name, int otherwise) {
        String text = text(name, null);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(textOr(name, "false"));
    }

    <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        String text = text(name, null);
        return text == null ? otherwise : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        raw(name).forEach(item -> texts.add(expand.apply(String.valueOf(item))));
        return texts;
    }

    /** {@return the mapping of that name, or null} */
    @Nullable
    Attributes child(String name) {
        Object value = left.remove(name);
        return value == null ? null : new Attributes(where + ", " + name, value, expand);
    }

    Attributes childOrEmpty(String name) {
        Attributes child = child(name);
        return child == null ? new Attributes(where + ", " + name, null, expand) : child;
    }

    <T> List<T> children(String name, Function<Attributes, T> reader) {
        List<T> items = new ArrayList<>();
        for (Object item : raw(name)) {
            Attributes child = new Attributes(where + ", " + name + " " + (items.size() + 1), item, expand);
            items.add(reader.apply(child));
            child.close();
        }
        return items;
    }

    /** {@return the items of a list as the parser made them; empty when it is not there} */
    List<?> raw(String name) {
        Object value = left.remove(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + ", " + name + " is no list: " + value);
    }

    /** Says that all names were asked for. */
    void close() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(where + " has what nobody reads: " + left.keySet());
        }
    }
}
