package io.httpcached.engine.remote;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a backend that fails: in one line a period however many requests notice, and in one more when it answers
 * again. Thread-safe.
 */
final class StoreFailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached.backend");

    private final String backend;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private volatile @Nullable Operation reported;
    private long reportedAt;
    private long unreported;
    private long lossReportedAt;
    private long lost;
    private long unconfirmedReportedAt;
    private long unconfirmed;

    /** What a backend may fail to do; one that refuses to write may go on reading. */
    enum Operation {
        READ,
        WRITE
    }

    /**
     * Creates a log without anything to tell.
     *
     * @param backend the name of the backend
     * @param period how long to be silent after a line
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    StoreFailureLog(String backend, Duration period, LongSupplier nanoTime) {
        this.backend = backend;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.reportedAt = nanoTime.getAsLong() - periodNanos;
        this.lossReportedAt = reportedAt;
        this.unconfirmedReportedAt = reportedAt;
    }

    /** Notes a failure. */
    synchronized void failed(Operation operation, String reason) {
        // What cannot be read either is back when it can be read: nobody need write for that to show.
        if (reported == Operation.WRITE) {
            reported = operation;
        }
        long now = nanoTime.getAsLong();
        if (now - reportedAt < periodNanos) {
            unreported++;
            return;
        }
        LOG.warn(
                "Backend {} fails: {}. {} more failures before this one were not told of.",
                backend,
                reason,
                unreported);
        reported = operation;
        reportedAt = now;
        unreported = 0;
    }

    /** Notes a success. Costs nothing unless a failure of the kind was told of. */
    void succeeded(Operation operation) {
        if (reported == operation) {
            recovered(operation);
        }
    }

    /** Notes invalidations that are to be repeated, because the backend did not confirm them. */
    synchronized void unconfirmedInvalidations(int tags) {
        unconfirmed += tags;
        long now = nanoTime.getAsLong();
        if (now - unconfirmedReportedAt >= periodNanos) {
            LOG.error(
                    "Backend {} did not confirm the invalidation of {} tags. Until it does, other nodes may serve what they held.",
                    backend,
                    unconfirmed);
            unconfirmedReportedAt = now;
            unconfirmed = 0;
        }
    }

    /** Notes invalidations that will never reach the backend, which leave responses that are out of date. */
    synchronized void invalidationsLost(int tags) {
        lost += tags;
        long now = nanoTime.getAsLong();
        if (now - lossReportedAt >= periodNanos) {
            lossReportedAt = now;
            tellOfLoss();
        }
    }

    /** Tells of the invalidations that were not told of yet, the last ones included. */
    synchronized void lastInvalidationsLost(int tags) {
        lost += tags;
        if (lost > 0) {
            tellOfLoss();
        }
    }

    private void tellOfLoss() {
        LOG.error(
                "Backend {} did not confirm the invalidation of {} tags, which is given up. It may serve what they held.",
                backend,
                lost);
        lost = 0;
    }

    private synchronized void recovered(Operation operation) {
        if (reported == operation) {
            reported = null;
            LOG.info("Backend {} answers again.", backend);
        }
    }

    /** {@return a failure in few words, without its stack} */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
