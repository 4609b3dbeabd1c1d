package io.httpcached.engine.remote;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts operations of a backend and adds up their durations. Thread-safe.
 *
 * @param count the number of operations that have ended
 * @param nanos the sum of their durations in nanoseconds
 */
record OperationTimes(LongAdder count, LongAdder nanos) {

    OperationTimes() {
        this(new LongAdder(), new LongAdder());
    }

    void add(long duration) {
        count.increment();
        nanos.add(duration);
    }

    RemoteStatistics.Operations totals() {
        return new RemoteStatistics.Operations(count.sum(), nanos.sum());
    }
}
