package io.httpcached.engine.remote;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a backend that fails: in one line a period however many requests notice, and in one more when it answers
 * again. Thread-safe.
 */
final class BackendLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached.backend");

    private final String backend;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private volatile boolean reported;
    private long reportedAt;
    private long unreported;

    /**
     * Creates a log without anything to tell.
     *
     * @param backend the name of the backend
     * @param period how long to be silent after a line
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    BackendLog(String backend, Duration period, LongSupplier nanoTime) {
        this.backend = backend;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.reportedAt = nanoTime.getAsLong() - periodNanos;
    }

    /** Notes a failure. */
    synchronized void failed(String reason) {
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
        reported = true;
        reportedAt = now;
        unreported = 0;
    }

    /** Notes a success. Costs nothing unless a failure was told of. */
    void succeeded() {
        if (reported) {
            recovered();
        }
    }

    /** An eviction that did not reach the backend leaves responses that are out of date: each is told of. */
    void evictionLost(int tags, String reason) {
        LOG.error(
                "Backend {} did not confirm the eviction of {} tags: {}. It may serve what they held.",
                backend,
                tags,
                reason);
    }

    private synchronized void recovered() {
        if (reported) {
            reported = false;
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
