package io.httpcached.server.store;

import java.time.Clock;

/**
 * The clocks that determine the age of entries. It is a bean of its own, so that a test can replace it without changing the
 * clock of the application.
 *
 * @param clock the time of day, by which entries in remote stores age
 * @param elapsed the clock by which entries in memory age
 */
public record CacheClock(Clock clock, Clock elapsed) {

    /**
     * Creates clocks that agree.
     *
     * @param clock the only clock
     */
    public CacheClock(Clock clock) {
        this(clock, clock);
    }

    /** {@return milliseconds since the epoch} */
    public long millis() {
        return clock.millis();
    }
}
