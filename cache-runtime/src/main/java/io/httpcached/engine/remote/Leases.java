package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Lease;
import io.httpcached.engine.StoreRequest;
import io.httpcached.store.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Grants leases in a backend. A lease is a value that only one of all nodes can put, and that expires if the node dies. If
 * the backend does not answer, every node may run the handler: running it twice is correct, waiting for nobody is not.
 *
 * <p>A release that the backend does not confirm is repeated until it does, so a lost one delays other nodes by
 * {@link #LONGEST_PAUSE_MILLIS} after the backend answers again, and not until the lease expires. Thread-safe.
 */
final class Leases {

    static final long LONGEST_PAUSE_MILLIS = 500;

    private static final long FIRST_PAUSE_MILLIS = 50;

    private static final CompletionStage<Optional<Lease>> NOT_NEEDED =
            CompletableFuture.completedFuture(Optional.of(Lease.NOT_NEEDED));

    private final CacheStore store;
    private final GuardedStore guard;
    private final RemoteKeys keys;
    private final Duration duration;
    private final String node = UUID.randomUUID().toString();
    private final AtomicLong granted = new AtomicLong();
    private final LongSupplier nanoTime;

    Leases(CacheStore store, GuardedStore guard, RemoteKeys keys, Duration duration, LongSupplier nanoTime) {
        this.store = store;
        this.guard = guard;
        this.keys = keys;
        this.duration = duration;
        this.nanoTime = nanoTime;
    }

    /** {@return the lease; empty while another node has it} */
    CompletionStage<Optional<Lease>> acquire(CacheKey key, StoreRequest request, TagVersions snapshot) {
        if (duration.isZero()) {
            return NOT_NEEDED;
        }
        StoredLease lease = new StoredLease(keys.lease(key, request.tags(), snapshot));
        AtomicBoolean late = new AtomicBoolean();
        return guard.write(() -> put(lease, late), request.deadline())
                .thenApply(put -> put ? Optional.<Lease>of(lease) : Optional.<Lease>empty())
                .exceptionally(failure -> {
                    late.set(true);
                    return Optional.of(Lease.NOT_NEEDED);
                });
    }

    /**
     * A lease that is granted after the deadline is released at once, or the other nodes would wait until it expires. The
     * backend may have granted a lease although the attempt failed, because its reply was lost.
     */
    private CompletionStage<Boolean> put(StoredLease lease, AtomicBoolean late) {
        return store.putIfAbsent(lease.name, lease.value, duration).whenComplete((put, failure) -> {
            if (failure != null) {
                lease.releaseIfGranted();
            } else if (put && late.get()) {
                lease.release();
            }
        });
    }

    private final class StoredLease implements Lease {

        private final String name;
        private final byte[] value;
        private final long createdAt = nanoTime.getAsLong();

        StoredLease(String name) {
            this.name = name;
            this.value = (node + ':' + granted.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void releaseAfter(CompletionStage<?> written) {
            var unused = written.thenRun(this::release);
        }

        void release() {
            repeat(() -> store.remove(List.of(name)), FIRST_PAUSE_MILLIS);
        }

        void releaseIfGranted() {
            repeat(() -> store.get(List.of(name)).thenCompose(this::removeIfOwn), FIRST_PAUSE_MILLIS);
        }

        private CompletionStage<Void> removeIfOwn(List<byte[]> found) {
            return Arrays.equals(found.get(0), value)
                    ? store.remove(List.of(name))
                    : CompletableFuture.completedFuture(null);
        }

        /** After it has expired, the lease may be another node's. */
        private void repeat(Supplier<CompletionStage<Void>> release, long pauseMillis) {
            if (nanoTime.getAsLong() - createdAt >= duration.toNanos()) {
                return;
            }
            var unused = guard.write(release).whenComplete((released, failure) -> {
                if (failure != null) {
                    CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS)
                            .execute(() -> repeat(release, Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS)));
                }
            });
        }
    }
}
