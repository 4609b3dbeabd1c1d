package io.httpcached.engine.remote;

import io.httpcached.engine.Deadline;
import io.httpcached.engine.Timeouts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operations of a backend so that each completes before the deadline or fails, and fails at once while the backend
 * is known to be down. Thread-safe.
 */
public final class GuardedStore {

    private static final Duration LOG_PERIOD = Duration.ofMinutes(1);

    private final Duration timeout;
    private final Timeouts timeouts;
    private final CircuitBreaker breaker;
    private final StoreFailureLog log;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable String> lastFailure = new AtomicReference<>();
    private final OperationTimes reads = new OperationTimes();
    private final OperationTimes writes = new OperationTimes();

    /**
     * Creates a guard of a backend that is assumed to work.
     *
     * @param name the name of the backend, for the log
     * @param settings the timeout, and when to stop using the backend
     * @param nanoTime the time source, such as {@link System#nanoTime()}
     */
    public GuardedStore(String name, RemoteSettings settings, LongSupplier nanoTime) {
        this.timeout = settings.timeout();
        this.timeouts = new Timeouts(timeout);
        this.breaker = new CircuitBreaker(
                settings.failuresToOpen(), settings.retryAfter().toNanos(), nanoTime);
        this.log = new StoreFailureLog(name, LOG_PERIOD, nanoTime);
        this.nanoTime = nanoTime;
    }

    /** Says that the backend is not used for a while, because it kept failing. */
    static final class UnavailableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnavailableException(@Nullable String lastFailure) {
            super("unavailable since " + lastFailure, null, false, false);
        }
    }

    /**
     * Reads from the backend for a request. After the deadline of the request, the backend is not asked.
     *
     * @param operation the operation; any exception it throws counts as a failure of the backend
     * @param deadline the deadline of the request, which is charged with the time of the operation
     * @param <T> the type of the result
     * @return the result; fails with {@link UnavailableException} at once, with {@link TimeoutException} at the deadline, or
     *     as the operation does
     */
    public <T> CompletionStage<T> read(Supplier<CompletionStage<T>> operation, Deadline deadline) {
        long remaining = deadline.remainingNanos(timeout.toNanos());
        if (remaining == 0) {
            return pastDeadline();
        }
        if (!breaker.permits()) {
            return unavailable();
        }
        long start = nanoTime.getAsLong();
        return run(operation, () -> {}, remaining).whenComplete((result, failure) -> {
            long duration = nanoTime.getAsLong() - start;
            deadline.addWait(duration);
            reads.add(duration);
            recordRead(failure, remaining);
        });
    }

    /**
     * Writes to the backend for a request. After the deadline of the request, the backend is not asked.
     *
     * @param operation the operation; any exception it throws counts as a failure of the backend
     * @param deadline the deadline of the request, which is charged with the time of the operation
     * @return as for {@link #read}
     */
    <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, Deadline deadline) {
        long remaining = deadline.remainingNanos(timeout.toNanos());
        if (remaining == 0) {
            return pastDeadline();
        }
        long start = nanoTime.getAsLong();
        return write(operation, () -> {}, remaining)
                .whenComplete((result, failure) -> deadline.addWait(nanoTime.getAsLong() - start));
    }

    /**
     * Writes to the backend with the whole timeout. A backend that rejects writes, because it is full or a replica, still
     * answers reads: only a write that times out counts against its availability, and only a read shows that it is back.
     *
     * @param operation the operation; any exception it throws counts as a failure of the backend
     * @param <T> the type of the result
     * @return as for {@link #read}
     */
    public <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation) {
        return write(operation, () -> {});
    }

    /**
     * Writes to the backend with the whole timeout.
     *
     * @param operation the operation; any exception it throws counts as a failure of the backend
     * @param ended runs once when the operation has ended, possibly long after the timeout
     * @return as for {@link #read}
     */
    <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, Runnable ended) {
        return write(operation, ended, timeout.toNanos());
    }

    private <T> CompletionStage<T> write(Supplier<CompletionStage<T>> operation, Runnable ended, long remaining) {
        if (isAvailable()) {
            long start = nanoTime.getAsLong();
            return run(operation, ended, remaining).whenComplete((result, failure) -> {
                writes.add(nanoTime.getAsLong() - start);
                recordWrite(failure, remaining);
            });
        }
        ended.run();
        return unavailable();
    }

    /**
     * Lets a request wait for an operation that has begun, and that goes on after the deadline.
     *
     * @param operation the operation
     * @param deadline the deadline of the request, which is charged with the time that it waits
     * @return the result; fails with {@link TimeoutException} at the deadline, or as the operation does
     */
    <T> CompletionStage<T> await(CompletionStage<T> operation, Deadline deadline) {
        CompletableFuture<T> result = operation.toCompletableFuture();
        if (result.isDone()) {
            return result;
        }
        long remaining = deadline.remainingNanos(timeout.toNanos());
        if (remaining == 0) {
            return pastDeadline();
        }
        long start = nanoTime.getAsLong();
        return timeouts.limit(result, remaining)
                .whenComplete((value, failure) -> deadline.addWait(nanoTime.getAsLong() - start));
    }

    /**
     * Starts an operation that no request waits for. Its failure is not recorded; those that wait will notice it.
     *
     * @param operation the operation
     */
    void startUnattended(Supplier<? extends CompletionStage<?>> operation) {
        var unused = start(() -> operation.get().thenApply(result -> true));
    }

    /** Records that the backend rejected a write that a read depends on. */
    void recordRejectedWrite(Throwable failure) {
        recordFailure(StoreFailureLog.Operation.WRITE, failure);
    }

    /**
     * Records that the backend could not be read, by an operation that no request waits for. It does not count against the availability.
     *
     * @param failure the failure
     */
    public void recordFailedRead(Throwable failure) {
        recordFailure(StoreFailureLog.Operation.READ, failure);
    }

    /** {@return whether the backend answers, as far as is known} */
    public boolean isAvailable() {
        return !breaker.isOpen();
    }

    /** {@return a short text of the last failure, or null if there was none} */
    public @Nullable String lastFailure() {
        return lastFailure.get();
    }

    /** {@return the reads so far} */
    RemoteStatistics.Operations reads() {
        return reads.totals();
    }

    /** {@return the writes so far} */
    RemoteStatistics.Operations writes() {
        return writes.totals();
    }

    /** {@return the log of the backend's failures} */
    public StoreFailureLog log() {
        return log;
    }

    private <T> CompletionStage<T> unavailable() {
        return CompletableFuture.failedFuture(new UnavailableException(lastFailure.get()));
    }

    private static <T> CompletionStage<T> pastDeadline() {
        return CompletableFuture.failedFuture(new TimeoutException());
    }

    private <T> CompletableFuture<T> run(Supplier<CompletionStage<T>> operation, Runnable ended, long remaining) {
        CompletableFuture<T> result =
                start(operation).whenComplete((value, failure) -> ended.run()).toCompletableFuture();
        return result.isDone() ? result : timeouts.limit(result, remaining);
    }

    private static <T> CompletionStage<T> start(Supplier<CompletionStage<T>> operation) {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void recordRead(@Nullable Throwable failure, long remaining) {
        if (failure == null) {
            breaker.succeeded();
            log.succeeded(StoreFailureLog.Operation.READ);
        } else if (isFailureOfBackend(failure, remaining)) {
            breaker.failed();
            recordFailure(StoreFailureLog.Operation.READ, failure);
        }
    }

    private void recordWrite(@Nullable Throwable failure, long remaining) {
        if (failure == null) {
            log.succeeded(StoreFailureLog.Operation.WRITE);
        } else if (isFailureOfBackend(failure, remaining)) {
            if (failure instanceof TimeoutException) {
                breaker.failed();
            }
            recordFailure(StoreFailureLog.Operation.WRITE, failure);
        }
    }

    /** A backend that had less than the whole timeout, and did not answer within that, has not failed. */
    private boolean isFailureOfBackend(Throwable failure, long remaining) {
        return remaining == timeout.toNanos() || !(failure instanceof TimeoutException);
    }

    private void recordFailure(StoreFailureLog.Operation operation, Throwable failure) {
        String reason = failure instanceof TimeoutException
                ? "no answer within " + timeout.toMillis() + " ms"
                : StoreFailureLog.reason(failure);
        lastFailure.set(reason);
        log.failed(operation, reason);
    }
}
