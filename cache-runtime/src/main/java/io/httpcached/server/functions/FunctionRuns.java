package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function once for equal calls at the same time. A call that waits too long, or whose leader fails, runs the function itself.
 * Thread-safe.
 */
final class FunctionRuns {

    private final Duration timeout;
    private final ConcurrentMap<CacheKey, Run> runs = new ConcurrentHashMap<>();

    private record Run(CompletableFuture<@Nullable Object> result, TagSnapshot snapshot, Thread leader) {}

    /**
     * Creates a collapser.
     *
     * @param timeout the longest time that a call waits for another one
     */
    FunctionRuns(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Returns the result of a function, run here or by an equal call.
     *
     * @param key the key
     * @param snapshot the moment of the lookup of this call
     * @param type the type of the result
     * @param isCurrent returns whether a run that began at the first moment may answer a call of the second one
     * @param function runs the function and stores its result
     * @return its result, of this or the other call
     */
    <T> T run(
            CacheKey key,
            TagSnapshot snapshot,
            Argument<T> type,
            BiPredicate<TagSnapshot, TagSnapshot> isCurrent,
            Supplier<T> function) {
        Run own = new Run(new CompletableFuture<>(), snapshot, Thread.currentThread());
        Run other = runs.putIfAbsent(key, own);
        if (other == null) {
            return lead(key, own, function);
        }
        // A function that calls itself would wait for itself.
        boolean joins = other.leader != Thread.currentThread() && isCurrent.test(other.snapshot, snapshot);
        return joins ? await(other, type, function) : function.get();
    }

    private <T> T lead(CacheKey key, Run own, Supplier<T> function) {
        try {
            T result = function.get();
            own.result.complete(result);
            return result;
        } finally {
            runs.remove(key, own);
            own.result.cancel(false);
        }
    }

    /** Another function with an equal key may have a result of another type, which is none for this call. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private <T> T await(Run other, Argument<T> type, Supplier<T> function) {
        try {
            Object result = other.result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            boolean fits = result == null
                    || ReflectionUtils.getWrapperType(type.getType()).isInstance(result);
            return fits ? (T) result : function.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return function.get();
        } catch (ExecutionException | TimeoutException | CancellationException failed) {
            return function.get();
        }
    }
}
