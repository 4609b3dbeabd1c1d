package io.httpcached.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that starts with the time of day and then counts elapsed time, so that a correction of the time of day neither keeps
 * entries fresh nor expires them. It differs from the time of day by all corrections since its start. Time for which the
 * operating system suspends the machine does not count where {@link System#nanoTime} does not count it, as on Linux.
 */
public final class MonotonicClock extends Clock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final long startNanos;
    private final long startMillis;

    /**
     * Starts a clock.
     *
     * @param wall the time of day
     * @param nanoTime the elapsed time, such as {@link System#nanoTime()}
     */
    public MonotonicClock(Clock wall, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.startMillis = wall.millis();
    }

    @Override
    public long millis() {
        return startMillis + (nanoTime.getAsLong() - startNanos) / NANOS_PER_MILLI;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
