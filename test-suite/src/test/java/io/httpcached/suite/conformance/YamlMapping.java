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
 * A mapping in a case file, whose names are read one by one. A name that was never read is an error in the file,
 * because a misspelled expectation would always hold.
 */
final class YamlMapping {

    private final String where;
    private final Map<String, Object> left;
    private final UnaryOperator<String> expand;

    /**
     * Creates a mapping.
     *
     * @param where the description of the mapping in messages
     * @param node the parsed node, null for an empty mapping
     * @param expand a function that replaces placeholders in texts
     */
    YamlMapping(String where, @Nullable Object node, UnaryOperator<String> expand) {
        this.where = where;
        this.expand = expand;
        this.left = new HashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> left.put(String.valueOf(name), value));
        } else if (node != null) {
            throw new IllegalArgumentException(where + " must be a mapping, but is " + node);
        }
    }

    /** Returns a required text. */
    String text(String name) {
        String text = text(name, null);
        if (text == null) {
            throw new IllegalArgumentException(where + " must have the name " + name);
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

    /** Returns the mapping with a name, or null. */
    @Nullable
    YamlMapping child(String name) {
        Object value = left.remove(name);
        return value == null ? null : new YamlMapping(where + ", " + name, value, expand);
    }

    YamlMapping childOrEmpty(String name) {
        YamlMapping child = child(name);
        return child == null ? new YamlMapping(where + ", " + name, null, expand) : child;
    }

    <T> List<T> children(String name, Function<YamlMapping, T> reader) {
        List<T> items = new ArrayList<>();
        for (Object item : raw(name)) {
            YamlMapping child = new YamlMapping(where + ", " + name + " " + (items.size() + 1), item, expand);
            items.add(reader.apply(child));
            child.close();
        }
        return items;
    }

    /** Returns the parsed items of a list, or an empty list if the name is absent. */
    List<?> raw(String name) {
        Object value = left.remove(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + " of " + where + " must be a list, but is " + value);
    }

    /** Checks that all names were read. */
    void close() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(where + " has unknown names: " + left.keySet());
        }
    }
}
