package io.httpcached.annotation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the durations of annotations and configuration: whole numbers with the units {@code d}, {@code h}, {@code m},
 * {@code s} and {@code ms}, from the largest unit to the smallest ({@code 1d2h}, {@code 1h30m}, {@code 90s},
 * {@code 250ms}), or ISO-8601 ({@code PT1H30M}).
 */
public final class DurationText {

    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private DurationText() {}

    /**
     * Parses a duration.
     *
     * @param text the text, in either notation
     * @return the duration, zero or positive
     * @throws IllegalArgumentException if the text is in neither notation, or negative; the message describes the valid
     *     values
     */
    public static Duration parse(String text) {
        Duration duration = text.startsWith("P") || text.startsWith("p") || text.startsWith("-P")
                ? parseIso(text)
                : parseUnits(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("must be zero or a positive duration, but was '" + text + "'");
        }
        return duration;
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }

    private static Duration parseUnits(String text) {
        Matcher matcher = UNITS.matcher(text);
        if (text.startsWith("-") && UNITS.matcher(text.substring(1)).matches() && text.length() > 1) {
            throw new IllegalArgumentException("must be zero or a positive duration, but was '" + text + "'");
        }
        if (text.isEmpty() || !matcher.matches()) {
            throw unreadable(text);
        }
        return Duration.ofDays(number(matcher, 1))
                .plusHours(number(matcher, 2))
                .plusMinutes(number(matcher, 3))
                .plusSeconds(number(matcher, 4))
                .plusMillis(number(matcher, 5));
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "must be a duration such as 90s, 10m, 1h30m or PT10M, but was '" + text + "'");
    }
}
