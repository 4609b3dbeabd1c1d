package io.httpcached.server.functions;

import java.net.URI;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key: equal for equal keys, and different for different ones, so that no function receives the result of other
 * arguments. Every text is preceded by its length. Stateless.
 */
final class FunctionKeyText {

    /** Values of these types are equal if and only if their classes and their texts are. */
    private static final List<Class<?>> EXACT = List.of(
            String.class,
            Character.class,
            Boolean.class,
            Number.class,
            UUID.class,
            Temporal.class,
            TemporalAmount.class,
            ZoneId.class,
            Currency.class,
            URI.class);

    private final StringBuilder out = new StringBuilder();

    private FunctionKeyText() {}

    /**
     * Returns the text of a key.
     *
     * @param key the key, as micronaut-cache passes it
     * @return its text
     * @throws IllegalArgumentException if it contains a value whose text may be that of another value
     */
    static String of(Object key) {
        FunctionKeyText text = new FunctionKeyText();
        if (key instanceof FunctionKey arguments) {
            text.out.append('a').append(arguments.arguments().length).append(':');
            for (Object argument : arguments.arguments()) {
                text.value(argument);
            }
        } else {
            text.value(key);
        }
        return text.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append('-');
        } else if (value instanceof Enum<?> constant) {
            named('e', constant.getDeclaringClass(), constant.name());
        } else if (isExact(value)) {
            named('v', value.getClass(), value.toString());
        } else if (value instanceof Locale locale) {
            locale(locale);
        } else if (value instanceof Optional<?> optional) {
            out.append('o');
            value(optional.orElse(null));
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (value instanceof Set<?> set) {
            texts('s', sorted(set));
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> collection) {
            out.append('l').append(collection.size()).append(':');
            collection.forEach(this::value);
        } else {
            throw new IllegalArgumentException("a value of " + value.getClass().getName());
        }
    }

    /** Subclasses of the application could have any text. */
    private static boolean isExact(Object value) {
        return value.getClass().getName().startsWith("java.")
                && EXACT.stream().anyMatch(type -> type.isInstance(value))
                && !value.getClass().getName().startsWith("java.util.concurrent.");
    }

    private void named(char kind, Class<?> type, String value) {
        out.append(kind);
        text(type.getName());
        text(value);
    }

    /** Its own text is empty without a language and a country, whatever its script and extensions are. */
    private void locale(Locale locale) {
        out.append('c');
        text(locale.getLanguage());
        text(locale.getCountry());
        text(locale.getVariant());
        text(locale.getScript());
        // The set is sorted.
        texts(
                'x',
                locale.getExtensionKeys().stream()
                        .map(key -> key + locale.getExtension(key))
                        .toList());
    }

    private void array(Object array) {
        if (array instanceof Object[] elements) {
            named('r', array.getClass(), Integer.toString(elements.length));
            for (Object element : elements) {
                value(element);
            }
        } else {
            named('r', array.getClass(), primitives(array));
        }
    }

    private static String primitives(Object array) {
        if (array instanceof byte[] values) {
            return Arrays.toString(values);
        }
        if (array instanceof int[] values) {
            return Arrays.toString(values);
        }
        if (array instanceof long[] values) {
            return Arrays.toString(values);
        }
        if (array instanceof double[] values) {
            return Arrays.toString(values);
        }
        if (array instanceof float[] values) {
            return Arrays.toString(values);
        }
        if (array instanceof short[] values) {
            return Arrays.toString(values);
        }
        return array instanceof char[] values ? Arrays.toString(values) : Arrays.toString((boolean[]) array);
    }

    private void map(Map<?, ?> map) {
        List<String> texts = new ArrayList<>();
        map.forEach((key, value) -> {
            FunctionKeyText entry = new FunctionKeyText();
            entry.value(key);
            entry.value(value);
            texts.add(entry.out.toString());
        });
        Collections.sort(texts);
        texts('m', texts);
    }

    private static List<String> sorted(Set<?> set) {
        List<String> texts = new ArrayList<>();
        for (Object element : set) {
            FunctionKeyText one = new FunctionKeyText();
            one.value(element);
            texts.add(one.out.toString());
        }
        Collections.sort(texts);
        return texts;
    }

    private void texts(char kind, List<String> texts) {
        out.append(kind).append(texts.size()).append(':');
        texts.forEach(this::text);
    }

    private void text(String text) {
        out.append(text.length()).append(':').append(text);
    }
}
