package io.httpcached.engine;

import java.time.Clock;

/**
 * The clocks of a store. Entries that nodes share age by the time of day, the only one that nodes have in common; those in the
 * memory of this process age by a clock that no correction of the time of day changes.
 *
 * @param wall the time of day, for header fields with dates
 * @param ages the clock by which entries age and expire
 */
public record Clocks(Clock wall, Clock ages) {

    /**
     * The times of a handler response.
     *
     * @param requestMillis the time of day when the handler was called
     * @param responseMillis the time of day when the response arrived
     * @param agesFromMillis the time when the response arrived, by the clock of the ages
     */
    record Times(long requestMillis, long responseMillis, long agesFromMillis) {}

    /**
     * {@return the clocks of entries that age by the time of day}
     *
     * @param wall the time of day
     */
    public static Clocks shared(Clock wall) {
        return new Clocks(wall, wall);
    }

    /** {@return the times of a response that has just arrived} The duration of the run is independent of the time of day. */
    Times timesOf(PendingFetch pending) {
        long agesNow = ages.millis();
        long now = wall.millis();
        return new Times(now - (agesNow - pending.requestTimeMillis()), now, agesNow);
    }
}
