package io.httpcached.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parses and formats the dates of HTTP header fields (RFC 9110 §5.6.7). The parser accepts all three formats, ignores case
 * and accepts no time zone but GMT, as RFC 9111 §4.2 requires of caches. Only the first format is written.
 */
public final class HttpDate {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String[] LONG_DAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    /** The bit that distinguishes the cases of a letter. */
    private static final int LOWER_CASE = 0x20;

    private HttpDate() {}

    /**
     * {@return the instant in a field value, or null if the value has none of the three formats}
     *
     * @param text the field value, or null if the field is absent
     * @param nowMillis the current time, which is needed to interpret two-digit years
     */
    public static @Nullable Instant parse(@Nullable String text, long nowMillis) {
        if (text == null) {
            return null;
        }
        String date = Tokens.trim(text, 0, text.length());
        int comma = date.indexOf(',');
        if (comma == 3) {
            return imfFixdate(date);
        }
        return comma > 0 ? rfc850Date(date, comma, nowMillis) : asctimeDate(date);
    }

    /**
     * {@return an instant as an IMF-fixdate}
     *
     * @param epochMillis the instant, from year 0 to 9999; fractions of a second are truncated
     */
    public static String format(long epochMillis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), 0, ZoneOffset.UTC);
        int day = (time.getDayOfWeek().getValue() - 1) * 3;
        int month = (time.getMonthValue() - 1) * 3;
        StringBuilder text = new StringBuilder(29).append(DAYS, day, day + 3).append(", ");
        twoDigits(text, time.getDayOfMonth())
                .append(' ')
                .append(MONTHS, month, month + 3)
                .append(' ');
        twoDigits(twoDigits(text, time.getYear() / 100), time.getYear() % 100).append(' ');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        return twoDigits(text, time.getSecond()).append(" GMT").toString();
    }

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    private static @Nullable Instant imfFixdate(String date) {
        if (!matches(date, "AAA, 00 AAA 0000 00:00:00 GMT") || dayOfWeek(date) < 0) {
            return null;
        }
        return instant(number(date, 12, 16), month(date, 8), number(date, 5, 7), date, 17);
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static @Nullable Instant rfc850Date(String date, int comma, long nowMillis) {
        if (!isLongDay(date.substring(0, comma))) {
            return null;
        }
        String rest = date.substring(comma);
        if (!matches(rest, ", 00-AAA-00 00:00:00 GMT")) {
            return null;
        }
        // A date more than 50 years in the future is in the past (RFC 9110 §5.6.7): take the latest matching year
        // before that.
        OffsetDateTime limit =
                Instant.ofEpochMilli(nowMillis).atOffset(ZoneOffset.UTC).plusYears(50);
        int year = limit.getYear() - Math.floorMod(limit.getYear() - number(rest, 9, 11), 100);
        Instant latest = instant(year, month(rest, 5), number(rest, 2, 4), rest, 12);
        return latest != null && latest.isAfter(limit.toInstant())
                ? instant(year - 100, month(rest, 5), number(rest, 2, 4), rest, 12)
                : latest;
    }

    /** {@code Sun Nov  6 08:49:37 1994}. */
    private static @Nullable Instant asctimeDate(String date) {
        boolean paddedDay = matches(date, "AAA AAA  0 00:00:00 0000");
        if ((!paddedDay && !matches(date, "AAA AAA 00 00:00:00 0000")) || dayOfWeek(date) < 0) {
            return null;
        }
        return instant(number(date, 20, 24), month(date, 4), number(date, paddedDay ? 9 : 8, 10), date, 11);
    }

    /** {@return whether a text matches a pattern in which A stands for a letter, 0 for a digit, and others for themselves} */
    private static boolean matches(String text, String pattern) {
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            char c = text.charAt(i);
            boolean fits =
                    switch (wanted) {
                        case 'A' -> Tokens.isAlpha(c);
                        case '0' -> Tokens.isDigit(c);
                        default -> Character.toUpperCase(c) == wanted;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant instant(int year, int month, int day, String text, int timeAt) {
        int second = number(text, timeAt + 6, timeAt + 8);
        if (second > 60) {
            return null;
        }
        try {
            // A leap second is the first second of the next minute, as in POSIX time.
            return LocalDateTime.of(
                            year, month, day, number(text, timeAt, timeAt + 2), number(text, timeAt + 3, timeAt + 5))
                    .plusSeconds(second)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    private static int dayOfWeek(String date) {
        return nameIndex(DAYS, date, 0);
    }

    private static boolean isLongDay(String name) {
        for (String day : LONG_DAYS) {
            if (day.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the month from 1 to 12, or 0 for an unknown name, which is an invalid month} */
    private static int month(String date, int at) {
        return nameIndex(MONTHS, date, at) + 1;
    }

    /** Compares letters by hand, because each miss parses a date. Both texts contain letters only at these positions. */
    private static int nameIndex(String names, String text, int at) {
        for (int i = 0; i < names.length(); i += 3) {
            if (isSame(names.charAt(i), text.charAt(at))
                    && isSame(names.charAt(i + 1), text.charAt(at + 1))
                    && isSame(names.charAt(i + 2), text.charAt(at + 2))) {
                return i / 3;
            }
        }
        return -1;
    }

    private static boolean isSame(char letter, char other) {
        return (letter | LOWER_CASE) == (other | LOWER_CASE);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
