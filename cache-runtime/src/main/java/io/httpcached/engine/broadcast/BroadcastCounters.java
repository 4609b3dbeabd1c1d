package io.httpcached.engine.broadcast;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what arrives from other nodes. Thread-safe.
 *
 * @param received the invalidations that were carried out
 * @param drops the times that all entries were dropped
 * @param malformed the messages that were not understood
 */
record BroadcastCounters(LongAdder received, LongAdder drops, LongAdder malformed) {

    BroadcastCounters() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }
}
