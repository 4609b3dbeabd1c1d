package io.httpcached.core;

import java.time.Duration;

/**
 * A share of a freshness lifetime: a percentage of it, or a fixed time. Never a whole lifetime: at least one second remains.
 *
 * @param percent the percentage, from 0 to 99; 0 if the share is a fixed time
 * @param seconds the fixed time in seconds, 0 or more; 0 if the share is a percentage
 */
public record LifetimeShare(int percent, long seconds) {

    /** Nothing of any lifetime. */
    public static final LifetimeShare NONE = new LifetimeShare(0, 0);

    private static final int WHOLE = 100;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range, or both are set
     */
    public LifetimeShare {
        if (percent < 0 || percent >= WHOLE || seconds < 0 || (percent > 0 && seconds > 0)) {
            throw new IllegalArgumentException(
                    "A share must be a percentage from 0 to 99 or a number of seconds, but was " + percent + " % and "
                            + seconds + " s.");
        }
    }

    /**
     * {@return a percentage of a lifetime}
     *
     * @param percent a number from 0 to 99
     */
    public static LifetimeShare ofPercent(int percent) {
        return percent == 0 ? NONE : new LifetimeShare(percent, 0);
    }

    /**
     * {@return a fixed time of a lifetime}
     *
     * @param time the time, of which fractions of a second do not count
     */
    public static LifetimeShare of(Duration time) {
        return time.toSeconds() == 0 ? NONE : new LifetimeShare(0, time.toSeconds());
    }

    /**
     * {@return the share in whole seconds, less than the lifetime}
     *
     * @param lifetimeSeconds the lifetime
     */
    public long ofLifetime(long lifetimeSeconds) {
        if (percent == 0 && seconds == 0) {
            return 0;
        }
        long share =
                percent == 0 ? seconds : lifetimeSeconds / WHOLE * percent + lifetimeSeconds % WHOLE * percent / WHOLE;
        return Math.max(0, Math.min(share, lifetimeSeconds - 1));
    }

    /** {@return the share as the configuration writes it} */
    @Override
    public String toString() {
        return percent > 0 ? percent + "%" : seconds + "s";
    }
}
