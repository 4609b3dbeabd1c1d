package io.httpcached.server.interceptor;

import io.httpcached.core.CanonicalText;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.format.Format;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts the texts of a request as the server does when it binds arguments, and returns the texts of the values. A text that
 * cannot be converted stays as it is: binding fails then. Stateless.
 */
final class ValueText {

    /** The spellings of a boolean in a key. Any other text is false, too, but a response may repeat it. */
    private static final Set<String> BOOLEANS = Set.of("true", "yes", "y", "on", "1", "false", "no", "n", "off", "0");

    private ValueText() {}

    /**
     * Returns the text of a value in a tag or a path.
     *
     * @param text the text of the request
     * @param argument the parameter to which the server binds it
     * @param request the request, whose language and charset the conversion may use; null if there is none
     * @param conversions the converters of the application
     * @return the canonical text of the value
     */
    static String inTag(
            String text, Argument<?> argument, @Nullable HttpRequest<?> request, ConversionService conversions) {
        Class<?> type = argument.getType();
        String defaultValue = text.isEmpty() ? defaultOf(argument) : null;
        if (defaultValue != null && convert(text, context(argument, request), conversions) == null) {
            return inTag(defaultValue, argument, request, conversions);
        }
        if (type == String.class || (type == UUID.class && CanonicalText.isUuid(text))) {
            return text;
        }
        if (isInteger(type) && !argument.getAnnotationMetadata().hasStereotype(Format.class)) {
            return CanonicalText.integer(text);
        }
        Object value = convert(text, context(argument, request), conversions);
        return value == null || CanonicalText.isIdentity(value) ? text : CanonicalText.of(value);
    }

    /**
     * Returns the text of a value in a key, or null if the server cannot bind the text.
     *
     * @param text the text of the request
     * @param type a type whose values have different texts if they are not equal
     * @param conversions the converters of the application
     * @return the text of the value
     */
    static @Nullable String inKey(String text, Class<?> type, ConversionService conversions) {
        if (isInteger(type)) {
            return CanonicalText.integer(text);
        }
        if (type == UUID.class && CanonicalText.isUuid(text)) {
            return text;
        }
        if (type == boolean.class || type == Boolean.class) {
            return BOOLEANS.contains(text.toLowerCase(Locale.ENGLISH)) ? bool(text, conversions) : text;
        }
        Object value = convert(text, ConversionContext.of(type), conversions);
        if (value == null) {
            return null;
        }
        // The text of a constant may be that of another one.
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static String bool(String text, ConversionService conversions) {
        return conversions.convert(text, Boolean.class).map(Object::toString).orElse(text);
    }

    private static boolean isInteger(Class<?> type) {
        return type == long.class
                || type == int.class
                || type == Long.class
                || type == Integer.class
                || type == short.class
                || type == Short.class
                || type == byte.class
                || type == Byte.class;
    }

    /** The server binds it if the text of the request is empty, and the type has no value with the empty text. */
    private static @Nullable String defaultOf(Argument<?> argument) {
        String text = argument.getAnnotationMetadata()
                .stringValue(Bindable.class, "defaultValue")
                .orElse("");
        return text.isEmpty() ? null : text;
    }

    private static ArgumentConversionContext<?> context(Argument<?> argument, @Nullable HttpRequest<?> request) {
        return request == null
                ? ConversionContext.of(argument)
                : ConversionContext.of(argument, request.getLocale().orElse(null), request.getCharacterEncoding());
    }

    /** A converter may throw; the server then responds with an error. */
    private static @Nullable Object convert(
            String text, ArgumentConversionContext<?> context, ConversionService conversions) {
        try {
            Object value = conversions.convert(text, context).orElse(null);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (RuntimeException notConvertible) {
            return null;
        }
    }
}
