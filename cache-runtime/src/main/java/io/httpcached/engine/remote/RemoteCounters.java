package io.httpcached.engine.remote;

import java.util.concurrent.atomic.LongAdder;

/**
 * What did not come to be, and why. Thread-safe.
 *
 * @param writesDropped entries that were not written because too many writes were under way, or the backend is down
 * @param writesFailed entries that the backend did not take
 * @param entriesTooLarge entries larger than what the backend can hold
 * @param entriesNotUnderstood entries that were damaged or in another format
 */
record RemoteCounters(
        LongAdder writesDropped, LongAdder writesFailed, LongAdder entriesTooLarge, LongAdder entriesNotUnderstood) {

    RemoteCounters() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
