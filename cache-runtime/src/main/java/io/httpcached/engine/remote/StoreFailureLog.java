package io.httpcached.engine.remote;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the failures of a backend: one line when it begins to fail and one per period, however many requests fail, and one line
 * when the backend answers again. Thread-safe.
 */
public final class StoreFailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached.backend");

    private final String backend;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private volatile @Nullable Operation failing;
    private final LogLimit failures;
    private final LogLimit unconfirmed;
    private long failuresNotLogged;
    private long lossLoggedAt;
    private long lostTags;

    /** The kinds of operations. A backend that rejects writes may still answer reads. */
    enum Operation {
        READ,
        WRITE
    }

    /**
     * Creates a log of a backend that has not failed.
     *
     * @param backend the name of the backend
     * @param period the minimum time between two lines of one kind
     * @param nanoTime the time source, such as {@link System#nanoTime()}
     */
    StoreFailureLog(String backend, Duration period, LongSupplier nanoTime) {
        this.backend = backend;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        this.failures = new LogLimit(period, now);
        this.unconfirmed = new LogLimit(period, now);
        this.lossLoggedAt = now - periodNanos;
    }

    /** Records a failed operation. */
    synchronized void failed(Operation operation, String reason) {
        // If reads fail as well, a successful read shows the recovery; no write is needed for that.
        if (failing == Operation.WRITE) {
            failing = operation;
        }
        if (!failures.permits(nanoTime.getAsLong())) {
            failuresNotLogged++;
            return;
        }
        if (failuresNotLogged == 0) {
            LOG.warn("Backend {} fails: {}.", backend, reason);
        } else {
            LOG.warn("Backend {} fails: {}. {} earlier failures were not logged.", backend, reason, failuresNotLogged);
        }
        failing = operation;
        failuresNotLogged = 0;
    }

    /** Records a successful operation. Costs nothing unless a failure of the kind was logged. */
    void succeeded(Operation operation) {
        if (failing == operation) {
            recovered(operation);
        }
    }

    /**
     * Records invalidations that are repeated, because the backend did not confirm them.
     *
     * @param tags the number of all tags whose invalidation is not confirmed now
     */
    public synchronized void invalidationsUnconfirmed(int tags) {
        if (unconfirmed.permits(nanoTime.getAsLong())) {
            LOG.error(
                    "Backend {} did not confirm the invalidation of {} tags. Until it does, other nodes may serve outdated"
                            + " entries.",
                    backend,
                    tags);
        }
    }

    /** Records that the backend has confirmed all invalidations. */
    public synchronized void invalidationsConfirmed() {
        unconfirmed.end();
    }

    /** Records invalidations that are given up, so that outdated entries may stay in the backend. */
    synchronized void invalidationsLost(int tags) {
        lostTags += tags;
        long now = nanoTime.getAsLong();
        if (now - lossLoggedAt >= periodNanos) {
            lossLoggedAt = now;
            logLoss();
        }
    }

    /** Logs all lost invalidations that were not logged yet, together with the last ones. */
    synchronized void lastInvalidationsLost(int tags) {
        lostTags += tags;
        if (lostTags > 0) {
            logLoss();
        }
    }

    private void logLoss() {
        LOG.error(
                "Backend {} did not confirm the invalidation of {} tags, which is given up. It may serve outdated entries.",
                backend,
                lostTags);
        lostTags = 0;
    }

    private synchronized void recovered(Operation operation) {
        if (failing == operation) {
            failing = null;
            failures.end();
            LOG.info("Backend {} answers again.", backend);
        }
    }

    /**
     * Describes a failure.
     *
     * @param failure the failure
     * @return a short text, without the stack trace
     */
    public static String reason(Throwable failure) {
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
