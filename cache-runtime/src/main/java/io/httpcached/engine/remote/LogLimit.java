package io.httpcached.engine.remote;

import java.time.Duration;

/**
 * Limits the lines about a condition: one when it begins, and one per period while it lasts. If it ends and begins again and
 * again, only the first beginnings in a period have a line. Not thread-safe.
 */
final class LogLimit {

    /** Enough for separate failures, and few enough for a backend that fails and recovers many times a second. */
    private static final int LINES_PER_PERIOD = 5;

    private final long periodNanos;
    private boolean lasts;
    private long lastLineAt;
    private long periodBeganAt;
    private int lines;

    LogLimit(Duration period, long nowNanos) {
        this.periodNanos = period.toNanos();
        this.periodBeganAt = nowNanos;
    }

    /** {@return whether to log a line about the condition now} */
    boolean permits(long nowNanos) {
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
    void end() {
        lasts = false;
    }
}
