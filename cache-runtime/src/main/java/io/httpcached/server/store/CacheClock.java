package io.httpcached.server.store;

import java.time.Clock;

/**
 * The time by which entries age. A bean of its own, so that a test can replace it without moving the application's clock.
 *
 * @param clock tells the time
 */
public record CacheClock(Clock clock) {

    /** {@return milliseconds since the epoch} */
    public long millis() {
        return clock.millis();
    }
}
