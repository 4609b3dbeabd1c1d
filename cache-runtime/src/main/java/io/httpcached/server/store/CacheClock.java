package io.httpcached.server.store;

import java.time.Clock;

/**
 * The clock that determines the age of entries. It is a bean of its own, so that a test can replace it without changing
 * the clock of the application.
 *
 * @param clock the clock
 */
public record CacheClock(Clock clock) {

    /** {@return milliseconds since the epoch} */
    public long millis() {
        return clock.millis();
    }
}
