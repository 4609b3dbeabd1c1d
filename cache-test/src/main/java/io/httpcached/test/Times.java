package io.httpcached.test;

import java.time.Duration;

/** Writes times in the notation of the annotations. */
final class Times {

    private Times() {}

    /** Returns a time in whole seconds as a text such as {@code 1h30m}. */
    static String text(Duration time) {
        return time.isZero()
                ? "0s"
                : part(time.toDaysPart(), "d")
                        + part(time.toHoursPart(), "h")
                        + part(time.toMinutesPart(), "m")
                        + part(time.toSecondsPart(), "s");
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
