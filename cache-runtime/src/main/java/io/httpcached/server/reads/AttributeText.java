package io.httpcached.server.reads;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The text of a request attribute whose value is simple: it is immutable, and its text distinguishes it from all others. */
public final class AttributeText {

    /** The text of an attribute that the request does not have. */
    private static final String ABSENT = "-";

    /** The text of a value that is not simple. No response depends on it: what reads it is not stored. */
    private static final String NOT_SIMPLE = "!";

    private static final Set<Class<?>> SIMPLE = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class);

    private AttributeText() {}

    /** Returns the text of a value, or null if the value is not simple. */
    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return ABSENT;
        }
        if (value instanceof Enum<?> constant) {
            return '=' + constant.getDeclaringClass().getName() + ':' + constant.name();
        }
        if (value instanceof Locale locale) {
            // Its text is empty without a language and a country, and its tag lacks parts that are not well-formed.
            return '=' + locale.toLanguageTag() + '/' + locale.getVariant() + '/' + locale;
        }
        boolean simple = SIMPLE.contains(value.getClass())
                || ((value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof ZoneId)
                        && value.getClass().getName().startsWith("java.time."));
        return simple ? '=' + value.getClass().getName() + ':' + value : null;
    }

    /**
     * Returns the text by which an attribute selects a response.
     *
     * @param value the value, or null
     * @return the text
     */
    public static String selecting(@Nullable Object value) {
        String text = of(value);
        return text == null ? NOT_SIMPLE : text;
    }
}
