package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Lease;
import io.httpcached.store.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Leases in a backend: a value that one node of all can put, and that ends by itself if the node dies. Where the backend
 * cannot say who has the lease, everybody has it: a handler that runs twice is no mistake, a request that waits for nobody
 * is. Thread-safe.
 */
final class Leases {

    private static final CompletionStage<Optional<Lease>> FREE =
            CompletableFuture.completedFuture(Optional.of(Lease.FREE));

    private final CacheStore store;
    private final GuardedStore backend;
    private final RemoteKeys keys;
    private final Duration duration;
    private final byte[] node = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final LongSupplier nanoTime;

    Leases(CacheStore store, GuardedStore backend, RemoteKeys keys, Duration duration, LongSupplier nanoTime) {
        this.store = store;
        this.backend = backend;
        this.keys = keys;
        this.duration = duration;
        this.nanoTime = nanoTime;
    }

    /** {@return a lease, or none as long as another node has it} */
    CompletionStage<Optional<Lease>> take(CacheKey key, List<String> tags, TagVersions moment, long waited) {
        if (duration.isZero()) {
            return FREE;
        }
        Taken lease = new Taken(keys.lease(key, tags, moment), nanoTime.getAsLong());
        AtomicBoolean late = new AtomicBoolean();
        return backend.write(() -> put(lease, late), waited)
                .thenApply(taken -> taken ? Optional.<Lease>of(lease) : Optional.<Lease>empty())
                .exceptionally(failure -> {
                    late.set(true);
                    return Optional.of(Lease.FREE);
                });
    }

    /** What the backend grants too late nobody would give back, and other nodes would wait for it to end. */
    private CompletionStage<Boolean> put(Taken lease, AtomicBoolean late) {
        return store.putIfAbsent(lease.name, node, duration).thenApply(taken -> {
            if (taken && late.get()) {
                lease.release();
            }
            return taken;
        });
    }

    private final class Taken implements Lease {

        private final String name;
        private final long since;

        Taken(String name, long since) {
            this.name = name;
            this.since = since;
        }

        @Override
        public void releaseAfter(CompletionStage<?> written) {
            var unused = written.thenRun(this::release);
        }

        /** Once it has ended by itself, another node may have it. */
        private void release() {
            if (nanoTime.getAsLong() - since < duration.toNanos()) {
                var unused = backend.write(() -> store.remove(List.of(name))).exceptionally(endsByItself -> null);
            }
        }
    }
}
