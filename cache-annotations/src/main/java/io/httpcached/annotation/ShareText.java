package io.httpcached.annotation;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a share of a freshness lifetime in annotations and configuration: a whole percentage from {@code 0%} to {@code 99%}, or a
 * duration of {@link DurationText}.
 */
public final class ShareText {

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,2})%");

    private ShareText() {}

    /**
     * Returns whether a text is meant as a percentage.
     *
     * @param text the text
     * @return true if it contains a percent sign
     */
    public static boolean isPercentage(String text) {
        return text.indexOf('%') >= 0;
    }

    /**
     * Parses a percentage.
     *
     * @param text the text, such as {@code 10%}
     * @return a number from 0 to 99
     * @throws IllegalArgumentException if the text is not such a percentage; the message describes the valid values
     */
    public static int percentage(String text) {
        Matcher matcher = PERCENTAGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be a whole percentage from 0% to 99%, or a duration such as 30s, but was '" + text + "'");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /**
     * Returns the share of a lifetime.
     *
     * @param text a percentage or a duration
     * @param lifetime the lifetime
     * @return the percentage of the lifetime, or the duration
     * @throws IllegalArgumentException if the text is neither, or negative; the message describes the valid values
     */
    public static Duration of(String text, Duration lifetime) {
        return isPercentage(text) ? lifetime.multipliedBy(percentage(text)).dividedBy(100) : DurationText.parse(text);
    }
}
