package io.httpcached.engine.remote;

import java.time.Duration;

/**
 * Limits the lines about a condition: one when it begins, and one per period while it lasts. If it ends and begins again and
 * again, only the first beginnings in a period have a line. Not thread-safe.
 */
public final class LogLimit {

    /** Enough for separate failures, and few enough for a backend that fails and recovers many times a second. */
    private static final int LINES_PER_PERIOD = 5;

    private final long periodNanos;
    private boolean lasts;
    private long lastLineAt;
    private long periodBeganAt;
    private int lines;

    /**
     * Creates a limit of a condition that has not begun.
     *
     * @param period the minimum time between two lines while the condition lasts
     * @param nowNanos the current time in nanoseconds
     */
    public LogLimit(Duration period, long nowNanos) {
        this.periodNanos = period.toNanos();
        this.periodBeganAt = nowNanos;
    }

    /**
     * Returns whether to log a line.
     *
     * @param nowNanos the current time in nanoseconds
     * @return true if a line about the condition is due
     */
    public boolean permits(long nowNanos) {
        if (nowNanos - periodBeganAt >= periodNanos) {
            periodBeganAt = nowNanos;
            lines = 0;
        }
        boolean due = !lasts || nowNanos - lastLineAt >= periodNanos;
        if (!due || lines == LINES_PER_PERIOD) {
            return false;
        }
        lasts = true;
        lastLineAt = nowNanos;
        lines++;
        return true;
    }

    /** Records the end of the condition. */
    public void end() {
        lasts = false;
    }
}
