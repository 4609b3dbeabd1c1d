package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A backend in memory that fails or hangs on demand, and counts its operations. */
final class FakeStore implements CacheStore {

    final Map<String, byte[]> values = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger gets = new AtomicInteger();
    final List<Runnable> held = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException failure;
    volatile boolean hanging;
    volatile boolean hangingReads;
    volatile boolean hangingWrites;
    volatile boolean throwing;
    final Map<String, Duration> ttls = new ConcurrentHashMap<>();
    volatile boolean readOnly;
    volatile boolean full;
    volatile boolean losesReplies;
    volatile boolean closed;
    private int untilInterruption;
    private @Nullable Runnable interruption;
    long maximumValueSize = 1000;
    boolean atomicReplace = true;
    boolean atomicIncrement = true;
    boolean extendsLife = true;

    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(
                maximumValueSize, Duration.ZERO, true, atomicReplace, atomicIncrement, extendsLife);
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        gets.incrementAndGet();
        return read(() -> {
            List<byte @Nullable []> found = new ArrayList<>();
            keys.forEach(key -> found.add(values.get(key)));
            return found;
        });
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return write(() -> {
            values.put(key, value);
            ttls.put(key, ttl);
            return null;
        });
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return write(() -> {
            boolean absent = values.putIfAbsent(key, value) == null;
            if (absent) {
                ttls.put(key, ttl);
            }
            return absent;
        });
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return write(() -> {
            byte[] held = values.get(key);
            boolean isExpected = atomicReplace && held != null && Arrays.equals(held, expected);
            boolean replaced = isExpected && values.replace(key, held, value);
            if (replaced) {
                ttls.put(key, ttl);
            }
            return replaced;
        });
    }

    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return write(() -> {
            ttls.putIfAbsent(key, ttl);
            byte[] next = values.merge(key, Long.toString(initial).getBytes(US_ASCII), (held, first) -> Long.toString(
                            Long.parseLong(new String(held, US_ASCII)) + 1)
                    .getBytes(US_ASCII));
            return Long.parseLong(new String(next, US_ASCII));
        });
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return write(() -> {
            keys.forEach(key -> ttls.put(key, ttl));
            return null;
        });
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return remove(() -> {
            keys.forEach(values::remove);
            return null;
        });
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Completes the operations that hang. */
    void release() {
        hanging = false;
        hangingReads = false;
        hangingWrites = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /** Runs an action before one of the next operations. */
    void before(int operations, Runnable interruption) {
        this.untilInterruption = operations;
        this.interruption = interruption;
    }

    /** {@return whether that action has run} */
    boolean interrupted() {
        boolean happened = interruption == null;
        interruption = null;
        return happened;
    }

    private void interruptIfDue() {
        Runnable due = interruption;
        if (due != null && untilInterruption-- == 0) {
            interruption = null;
            due.run();
        }
    }

    private <T> CompletionStage<T> write(Supplier<@Nullable T> operation) {
        return full ? CompletableFuture.failedFuture(new IllegalStateException("full")) : remove(operation);
    }

    private <T> CompletionStage<T> remove(Supplier<@Nullable T> operation) {
        return readOnly
                ? CompletableFuture.failedFuture(new IllegalStateException("read-only"))
                : answer(operation, hanging || hangingWrites);
    }

    private <T> CompletionStage<T> read(Supplier<@Nullable T> operation) {
        return answer(operation, hanging || hangingReads);
    }

    @SuppressWarnings("NullAway") // an answer may be null, as that of a Void stage is
    private <T> CompletionStage<T> answer(Supplier<@Nullable T> operation, boolean hold) {
        interruptIfDue();
        asked.incrementAndGet();
        RuntimeException fault = failure;
        if (fault != null && throwing) {
            throw fault;
        }
        if (fault != null) {
            return CompletableFuture.failedFuture(fault);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (losesReplies) {
            answer.complete(operation.get());
            return CompletableFuture.failedFuture(new IllegalStateException("connection lost"));
        }
        if (hold) {
            held.add(() -> answer.complete(operation.get()));
        } else {
            answer.complete(operation.get());
        }
        return answer;
    }
}
