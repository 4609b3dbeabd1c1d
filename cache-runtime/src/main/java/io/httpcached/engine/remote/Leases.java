package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Lease;
import io.httpcached.engine.StoreRequest;
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
 * Grants leases in a backend. A lease is a value that only one of all nodes can put, and that expires if the node dies. If
 * the backend does not answer, every node may run the handler: running it twice is correct, waiting for nobody is not.
 * Thread-safe.
 */
final class Leases {

    private static final CompletionStage<Optional<Lease>> NOT_NEEDED =
            CompletableFuture.completedFuture(Optional.of(Lease.NOT_NEEDED));

    private final CacheStore store;
    private final GuardedStore guard;
    private final RemoteKeys keys;
    private final Duration duration;
    private final byte[] node = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
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
        GrantedLease lease = new GrantedLease(keys.lease(key, request.tags(), snapshot), nanoTime.getAsLong());
        AtomicBoolean late = new AtomicBoolean();
        return guard.write(() -> put(lease, late), request.deadline())
                .thenApply(granted -> granted ? Optional.<Lease>of(lease) : Optional.<Lease>empty())
                .exceptionally(failure -> {
                    late.set(true);
                    return Optional.of(Lease.NOT_NEEDED);
                });
    }

    /** A lease that is granted after the deadline is released at once, or the other nodes would wait until it expires. */
    private CompletionStage<Boolean> put(GrantedLease lease, AtomicBoolean late) {
        return store.putIfAbsent(lease.name, node, duration).thenApply(granted -> {
            if (granted && late.get()) {
                lease.release();
            }
            return granted;
        });
    }

    private final class GrantedLease implements Lease {

        private final String name;
        private final long grantedAt;

        GrantedLease(String name, long grantedAt) {
            this.name = name;
            this.grantedAt = grantedAt;
        }

        @Override
        public void releaseAfter(CompletionStage<?> written) {
            var unused = written.thenRun(this::release);
        }

        /** After it has expired, the lease may be another node's. */
        private void release() {
            if (nanoTime.getAsLong() - grantedAt < duration.toNanos()) {
                var unused = guard.write(() -> store.remove(List.of(name))).exceptionally(expires -> null);
            }
        }
    }
}
