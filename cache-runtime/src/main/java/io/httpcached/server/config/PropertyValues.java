package io.httpcached.server.config;

import io.httpcached.annotation.DurationText;
import io.httpcached.annotation.ParameterPattern;
import io.httpcached.annotation.ShareText;
import io.httpcached.core.LifetimeShare;
import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.InvalidProperty;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Internal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parses the values of configuration properties. An invalid value fails startup with a message that names the property, the
 * allowed values and the configured one.
 */
@Internal
public final class PropertyValues {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

    private static final Pattern FINAL_STATUS = Pattern.compile("[2-5]\\d\\d");

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");

    private static final Pattern SIZE = Pattern.compile("(\\d+)(KB|MB|GB)?", Pattern.CASE_INSENSITIVE);

    private static final String SHARE = "a percentage from 0% to 99%, or a duration of whole seconds such as 30s";

    private static final Duration SHORTEST_LAG = Duration.ofMillis(100);

    private static final Duration LONGEST_LAG = Duration.ofHours(1);

    private PropertyValues() {}

    /**
     * Parses a duration that may be missing.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return the duration, or null if the value is null or empty
     * @throws ConfigurationException if the value is not a duration or is negative
     */
    public static @Nullable Duration optionalDuration(String property, @Nullable String text) {
        return text == null || text.isEmpty() ? null : DurationProperty.parse(property, text);
    }

    /**
     * Parses a positive duration that may be missing.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return the duration, or null if the value is null or empty
     * @throws ConfigurationException if the value is not a duration of at least one millisecond
     */
    public static @Nullable Duration optionalPositiveDuration(String property, @Nullable String text) {
        return text == null || text.isEmpty() ? null : DurationProperty.parsePositive(property, text);
    }

    /**
     * Parses a share of a lifetime that may be missing.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return the share, or null if the value is null or empty
     * @throws ConfigurationException if the value is neither a percentage nor a duration of whole seconds
     */
    public static @Nullable LifetimeShare optionalShare(String property, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (ShareText.isPercentage(text)) {
                return LifetimeShare.ofPercent(ShareText.percentage(text));
            }
            Duration duration = DurationText.parse(text);
            if (duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))) {
                return LifetimeShare.of(duration);
            }
        } catch (IllegalArgumentException invalid) {
            throw InvalidProperty.of(property, SHARE, text, invalid);
        }
        throw InvalidProperty.of(property, SHARE, text);
    }

    /** The time for which a node may use what it has not heard to be outdated. It asks several times within that. */
    static Duration lag(String property, String text) {
        Duration lag = DurationProperty.parsePositive(property, text);
        if (lag.compareTo(SHORTEST_LAG) < 0 || lag.compareTo(LONGEST_LAG) > 0) {
            throw InvalidProperty.of(property, "a duration from 100ms to 1h", text);
        }
        return lag;
    }

    static Set<Integer> statuses(String property, Collection<String> codes) {
        for (String code : codes) {
            if (!FINAL_STATUS.matcher(code).matches()) {
                throw InvalidProperty.of(property, "status codes from 200 to 599, such as 200,404", code);
            }
        }
        return codes.stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> parameters(String property, List<String> texts) {
        List<String> patterns = texts.stream().map(String::strip).toList();
        for (String pattern : patterns) {
            if (!ParameterPattern.isValid(pattern)) {
                throw InvalidProperty.of(property, "names of query parameters, such as fbclid or utm_*", pattern);
            }
        }
        return patterns;
    }

    static long size(String property, String text, long maximum) {
        Matcher matcher = SIZE.matcher(text);
        if (matcher.matches()) {
            BigInteger bytes = new BigInteger(matcher.group(1)).multiply(unit(matcher.group(2)));
            if (bytes.signum() > 0 && bytes.compareTo(BigInteger.valueOf(maximum)) <= 0) {
                return bytes.longValue();
            }
        }
        throw InvalidProperty.of(property, "a size from 1 to " + maximum + " bytes, such as 512KB, 64MB or 1GB", text);
    }

    private static BigInteger unit(@Nullable String unit) {
        if (unit == null) {
            return BigInteger.ONE;
        }
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "KB" -> BigInteger.ONE.shiftLeft(10);
            case "MB" -> BigInteger.ONE.shiftLeft(20);
            default -> BigInteger.ONE.shiftLeft(30);
        };
    }

    static int integer(String property, String text, int minimum) {
        if (INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= minimum && number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        String least = minimum == Integer.MIN_VALUE ? "" : " of at least " + minimum;
        throw InvalidProperty.of(property, "a whole number" + least, text);
    }

    static <E extends Enum<E>> E choice(String property, String text, List<E> allowed) {
        return allowed.stream()
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> InvalidProperty.of(
                        property,
                        allowed.stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or ")),
                        text));
    }

    /** A field name, or a token of a structured field: RFC 9110 §5.6.2. */
    static String token(String property, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw InvalidProperty.of(property, "a token as RFC 9110 defines it, such as X-Cache", text);
        }
        return text;
    }
}
