package io.httpcached.engine.near;

import io.httpcached.store.ChangeListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which values of a backend have changed since a moment, and whether that knowledge is complete. It is complete for a short
 * time after the backend has confirmed that it reported every change. A node that was suspended, or whose connection hangs, finds that
 * time over. Thread-safe.
 */
final class ChangeWatch implements ChangeListener {

    private static final String NOT_CONFIRMED = "the backend has not confirmed its reports of changes yet";
    private static final String LATE = "the backend has not confirmed its reports of changes in time";

    private final ChangeLog log;
    private final long maximumLagNanos;
    private final long maximumLagMillis;
    private final LongSupplier nanoTime;
    private final Clock clock;
    private volatile State state = new State(0, 0, null, NOT_CONFIRMED);
    private volatile long gaps;
    private volatile @Nullable String failure;
    private volatile Consumer<Collection<String>> reported = keys -> {};

    /**
     * A moment in the history of a backend, noted before a value is read.
     *
     * @param epoch the number of times that everything may have changed
     * @param position the position in the log of changes
     */
    record Moment(long epoch, long position) {}

    /**
     * The time when the last confirmation was asked for, by both clocks: one may stand still while a machine is suspended, and the
     * other may be corrected.
     */
    private record Confirmation(long nanos, long millis) {}

    /**
     * What is known.
     *
     * @param epoch the number of times that everything may have changed
     * @param interruptions the number of calls of {@link #gap}
     * @param confirmed the last confirmation after the last gap, or null
     * @param gap why there is none, or null
     */
    private record State(long epoch, long interruptions, @Nullable Confirmation confirmed, @Nullable String gap) {}

    /**
     * Creates a watch that knows nothing yet.
     *
     * @param settings the maximum size of the copies, and the time for which knowledge counts as complete after a confirmation
     * @param timing the clocks
     */
    ChangeWatch(NearSettings settings, Timing timing) {
        Duration maximumLag = settings.maximumLag();
        this.log = new ChangeLog(settings.maximumBytes());
        this.maximumLagNanos = maximumLag.toNanos();
        this.maximumLagMillis = maximumLag.toMillis();
        this.nanoTime = timing.nanoTime();
        this.clock = timing.clock();
    }

    /** Passes on the keys of each later report, once they are recorded. */
    void hear(Consumer<Collection<String>> next) {
        reported = next;
    }

    @Override
    public void changed(Collection<String> keys) {
        log.changed(keys);
        reported.accept(keys);
    }

    /** Records changes that this node makes. */
    void changedHere(Collection<String> keys) {
        log.changed(keys);
    }

    @Override
    public synchronized void changedAll() {
        State now = state;
        state = new State(now.epoch + 1, now.interruptions, now.confirmed, now.gap);
    }

    @Override
    public synchronized void gap(String reason) {
        State now = state;
        if (now.confirmed != null) {
            gaps++;
        }
        state = new State(now.epoch + 1, now.interruptions + 1, null, reason);
    }

    /** A question to the backend whether it has reported everything, asked when this object is created. */
    final class Question {

        private final Confirmation asked = new Confirmation(nanoTime.getAsLong(), clock.millis());
        private final long interruptions = state.interruptions;

        private Question() {}

        /**
         * Records the backend's confirmation.
         *
         * @return false if a gap since the question makes it worthless
         */
        boolean confirmed() {
            synchronized (ChangeWatch.this) {
                State now = state;
                if (now.interruptions != interruptions) {
                    return false;
                }
                state = new State(now.epoch, interruptions, asked, null);
                failure = null;
                return true;
            }
        }
    }

    /** {@return the question whether the backend has reported everything, asked now} */
    Question ask() {
        return new Question();
    }

    /**
     * Records that a question was not answered.
     *
     * @param reason a short text for people
     */
    void failed(String reason) {
        failure = reason;
    }

    /** {@return the present moment, or null if a value that is read now cannot be kept} */
    @Nullable
    Moment moment() {
        long position = log.position();
        State now = state;
        return now.confirmed == null ? null : new Moment(now.epoch, position);
    }

    /** {@return whether all changes are known that the backend had confirmed longer than the maximum lag before a time} */
    boolean isComplete(long nowNanos) {
        Confirmation last = state.confirmed;
        return last != null && isRecent(last, nowNanos);
    }

    private boolean isRecent(Confirmation last, long nowNanos) {
        return nowNanos - last.nanos <= maximumLagNanos && Math.abs(clock.millis() - last.millis) <= maximumLagMillis;
    }

    /** {@return whether no key of the buckets has changed since a moment} */
    boolean unchangedSince(Moment moment, int[] buckets) {
        return moment.epoch == state.epoch
                && (moment.position == log.position() || log.unchangedSince(moment.position, buckets));
    }

    /** {@return the buckets of keys in the log} */
    int[] buckets(Collection<String> keys) {
        return log.buckets(keys);
    }

    /** {@return the number of times that changes may have been missed} */
    long gaps() {
        return gaps;
    }

    /** {@return why the knowledge is not complete, or null if it is} */
    @Nullable
    String incompleteReason() {
        State now = state;
        String reason = now.confirmed == null ? now.gap : isRecent(now.confirmed, nanoTime.getAsLong()) ? null : LATE;
        String last = failure;
        return reason == null || last == null ? reason : reason + " (" + last + ')';
    }
}
