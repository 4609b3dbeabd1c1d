package io.httpcached.engine.remote;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts entries that were not written or not usable. Thread-safe.
 *
 * @param writesDropped the entries not written because too many writes were pending or the backend was down
 * @param writesFailed the entries that the backend did not accept
 * @param entriesTooLarge the entries larger than the backend's maximum value size
 * @param entriesNotUnderstood the entries found malformed or in an unknown format
 */
record RemoteCounters(
        LongAdder writesDropped, LongAdder writesFailed, LongAdder entriesTooLarge, LongAdder entriesNotUnderstood) {

    RemoteCounters() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
