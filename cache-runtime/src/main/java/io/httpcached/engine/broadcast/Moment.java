package io.httpcached.engine.broadcast;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A moment by two clocks. The elapsed time ignores corrections of the time of day; the time of day goes on while the machine is
 * suspended. Immutable.
 *
 * @param nanos the elapsed time in nanoseconds
 * @param millis the time of day in milliseconds since the epoch
 */
record Moment(long nanos, long millis) {

    /**
     * The clocks of this node.
     *
     * @param nanoTime the elapsed time, such as {@link System#nanoTime()}
     * @param wallMillis the time of day, such as {@link System#currentTimeMillis()}
     */
    record Source(LongSupplier nanoTime, LongSupplier wallMillis) {

        static final Source SYSTEM = new Source(System::nanoTime, System::currentTimeMillis);

        Moment now() {
            return new Moment(nanoTime.getAsLong(), wallMillis.getAsLong());
        }

        /** {@return whether a time has passed since a moment, by either of the clocks} */
        boolean hasPassed(long durationNanos, Moment since) {
            return nanoTime.getAsLong() - since.nanos > durationNanos
                    || wallMillis.getAsLong() - since.millis > TimeUnit.NANOSECONDS.toMillis(durationNanos);
        }
    }
}
