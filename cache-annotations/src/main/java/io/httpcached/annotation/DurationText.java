package io.httpcached.annotation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of durations in annotations and configuration: one or more whole numbers, each with a unit, from the
 * largest unit to the smallest ({@code 1d2h}, {@code 1h30m}, {@code 90s}, {@code 250ms}), or ISO-8601 ({@code PT1H30M}).
 */
public final class DurationText {

    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @param text the text, in either notation
     * @return the duration, zero or positive
     * @throws IllegalArgumentException if the text is neither notation, or negative; the message says what is accepted
     */
    public static Duration parse(String text) {
        Duration duration = text.startsWith("P") || text.startsWith("p") || text.startsWith("-P")
                ? parseIso(text)
                : parseUnits(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("'" + text + "' is negative; a duration is zero or more");
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
            throw new IllegalArgumentException("'" + text + "' is negative; a duration is zero or more");
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
                "'" + text + "' is not a duration; write for example 90s, 10m, 1h30m or PT10M");
    }
}
