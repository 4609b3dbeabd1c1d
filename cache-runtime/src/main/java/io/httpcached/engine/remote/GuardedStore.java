package io.httpcached.engine.remote;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A backend as its callers see it: it answers within the time budget or fails, and fails at once as long as it is known to
 * be down. Thread-safe.
 */
final class GuardedStore {

    /** How long to be silent after a line in the log about failures. */
    private static final Duration LOG_PERIOD = Duration.ofMinutes(1);

    private final Duration timeout;
    private final Timeouts deadlines;
    private final CircuitBreaker breaker;
    private final StoreFailureLog log;
    private final AtomicReference<@Nullable String> lastFailure = new AtomicReference<>();

    /**
     * Creates one that is believed to work.
     *
     * @param name its name, for the log
     * @param settings how long to wait, and when to give up
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    GuardedStore(String name, RemoteSettings settings, LongSupplier nanoTime) {
        this.timeout = settings.timeout();
        this.deadlines = new Timeouts(timeout);
        this.breaker = new CircuitBreaker(
                settings.failuresToOpen(), settings.retryAfter().toNanos(), nanoTime);
        this.log = new StoreFailureLog(name, LOG_PERIOD, nanoTime);
    }

    /** The backend is left alone for a while, because it kept failing. */
    static final class UnavailableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnavailableException(@Nullable String lastFailure) {
            super("unavailable since " + lastFailure, null, false, false);
        }
    }

    /**
     * Reads from the backend.
     *
     * @param operation what to ask it; whatever it throws counts as its failure
     * @param waited how much of the time budget the request has spent before, in nanoseconds; if all is, nothing is asked
     * @return its answer, within the time budget; fails with {@link UnavailableException} at once, with
     *     {@link TimeoutException}, or as the operation does
     */
    <T> CompletionStage<T> read(Supplier<CompletionStage<T>> operation, long waited) {
        if (isSpent(waited)) {
            return spent();
        }
        return breaker.permits()
                ? ask(operation, () -> {}, waited).whenComplete((answer, failure) -> haveRead(failure, waited))
                : unavailable();
    }

    /**
     * Writes to the backend. A backend that refuses writes, because it is full or a replica, still has what it holds: only
     * one that does not answer is left alone, and whether it is back is for reads to find out.
     *
     * @param operation what to ask it; whatever it throws counts as its failure
     * @return its answer, within the time budget; fails with {@link UnavailableException} at once, with
     *     {@link TimeoutException}, or as the operation does
     */
    <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation) {
        return write(operation, () -> {});
    }

    /**
     * Writes to the backend, for a request that it has kept waiting before.
     *
     * @param operation what to ask it; whatever it throws counts as its failure
     * @param waited how much of the time budget is spent, in nanoseconds; if all is, nothing is asked
     * @return as {@link #write(Supplier)} does
     */
    <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, long waited) {
        return isSpent(waited) ? spent() : write(operation, () -> {}, waited);
    }

    /**
     * Writes to the backend.
     *
     * @param operation what to ask it; whatever it throws counts as its failure
     * @param ended is told once when the operation has ended, be it long after the time budget
     * @return as {@link #write(Supplier)} does
     */
    <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, Runnable ended) {
        return write(operation, ended, 0);
    }

    private <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, Runnable ended, long waited) {
        if (isAvailable()) {
            return ask(operation, ended, waited).whenComplete((answer, failure) -> haveWritten(failure, waited));
        }
        ended.run();
        return unavailable();
    }

    /**
     * Asks the backend for nothing that anybody waits for. A failure is left for those to notice who do.
     *
     * @param operation what to ask it
     */
    void prepare(Supplier<? extends CompletionStage<?>> operation) {
        var unused = start(() -> operation.get().thenApply(answer -> true));
    }

    /** Notes that the backend refused a write which a read needed. */
    void refused(Throwable failure) {
        note(StoreFailureLog.Operation.WRITE, failure);
    }

    /** {@return whether it answers, as far as is known} */
    boolean isAvailable() {
        return !breaker.isOpen();
    }

    /** {@return the last failure in few words, or null if there was none} */
    @Nullable
    String lastFailure() {
        return lastFailure.get();
    }

    StoreFailureLog log() {
        return log;
    }

    private <T> CompletionStage<T> unavailable() {
        return CompletableFuture.failedFuture(new UnavailableException(lastFailure.get()));
    }

    private boolean isSpent(long waited) {
        return waited >= timeout.toNanos();
    }

    /** Of a request that has no time left the backend hears nothing. */
    private static <T> CompletionStage<T> spent() {
        return CompletableFuture.failedFuture(new TimeoutException());
    }

    private <T> CompletableFuture<T> ask(Supplier<CompletionStage<T>> operation, Runnable ended, long waited) {
        CompletableFuture<T> answer =
                start(operation).whenComplete((value, failure) -> ended.run()).toCompletableFuture();
        return answer.isDone() ? answer : deadlines.limit(answer, waited);
    }

    private static <T> CompletionStage<T> start(Supplier<CompletionStage<T>> operation) {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void haveRead(@Nullable Throwable failure, long waited) {
        if (failure == null) {
            breaker.succeeded();
            log.succeeded(StoreFailureLog.Operation.READ);
        } else if (hadItsTime(failure, waited)) {
            breaker.failed();
            note(StoreFailureLog.Operation.READ, failure);
        }
    }

    private void haveWritten(@Nullable Throwable failure, long waited) {
        if (failure == null) {
            log.succeeded(StoreFailureLog.Operation.WRITE);
        } else if (hadItsTime(failure, waited)) {
            if (failure instanceof TimeoutException) {
                breaker.failed();
            }
            note(StoreFailureLog.Operation.WRITE, failure);
        }
    }

    /** Not to have answered in what was left of the time is no failure. */
    private static boolean hadItsTime(Throwable failure, long waited) {
        return waited == 0 || !(failure instanceof TimeoutException);
    }

    private void note(StoreFailureLog.Operation operation, Throwable failure) {
        String reason = failure instanceof TimeoutException
                ? "no answer within " + timeout.toMillis() + " ms"
                : StoreFailureLog.reason(failure);
        lastFailure.set(reason);
        log.failed(operation, reason);
    }
}
