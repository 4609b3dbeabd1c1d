package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Lease;
import io.httpcached.engine.StoreRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Duration DURATION = Duration.ofNanos(100);
    private static final TagVersions VERSIONS = new TagVersions(Map.of("tag:a", new TagVersion(1, 2, 0)), 1);

    private final FakeStore backend = new FakeStore();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50); // nanoTime may overflow
    private final Leases leases = leases(DURATION);
    private final Leases otherNode = leases(DURATION);

    @Test
    void oneNodeHasTheLeaseUntilItIsReleased() {
        Lease lease = acquire(leases).orElseThrow();
        assertThat(backend.ttls.values()).containsExactly(DURATION);
        assertThat(acquire(otherNode)).isEmpty();
        CompletableFuture<String> written = new CompletableFuture<>();
        lease.releaseAfter(written);
        assertThat(acquire(otherNode)).isEmpty();
        now.addAndGet(99);
        written.complete("");
        assertThat(acquire(otherNode)).isPresent();
    }

    /** The backend has removed the lease by then, and another node may have it. */
    @Test
    void anExpiredLeaseIsNotReleased() {
        Lease lease = acquire(leases).orElseThrow();
        now.addAndGet(100);
        lease.releaseAfter(CompletableFuture.completedFuture(null));
        assertThat(backend.values).hasSize(1);
    }

    @Test
    void aReleaseThatTheBackendDoesNotConfirmIsRepeated() {
        Lease lease = acquire(leases).orElseThrow();
        backend.failure = new IllegalStateException("connection lost");
        lease.releaseAfter(CompletableFuture.completedFuture(null));
        assertThat(backend.values).hasSize(1);
        backend.failure = null;
        await(() -> backend.values.isEmpty());
        assertThat(acquire(otherNode)).isPresent();
    }

    @Test
    void aReleaseIsNotRepeatedAfterTheLeaseHasExpired() {
        Lease expired = acquire(leases).orElseThrow();
        now.addAndGet(50);
        Lease later = acquire(leases, "later").orElseThrow();
        backend.failure = new IllegalStateException("connection lost");
        expired.releaseAfter(CompletableFuture.completedFuture(null));
        later.releaseAfter(CompletableFuture.completedFuture(null));
        now.addAndGet(50);
        backend.failure = null;
        await(() -> backend.values.size() == 1);
        assertThat(acquire(otherNode)).isEmpty();
    }

    @Test
    void aLeaseWhoseGrantWasLostOnTheWayIsReleased() {
        backend.losesReplies = true;
        assertThat(acquire(leases)).contains(Lease.NOT_NEEDED);
        assertThat(backend.values).hasSize(1);
        backend.losesReplies = false;
        await(() -> backend.values.isEmpty());
    }

    @Test
    void anUncertainAttemptDoesNotReleaseTheLeaseOfAnotherNode() {
        acquire(otherNode);
        int gets = backend.gets.get();
        backend.losesReplies = true;
        assertThat(acquire(leases)).contains(Lease.NOT_NEEDED);
        backend.losesReplies = false;
        await(() -> backend.gets.get() > gets + 1);
        assertThat(backend.values).hasSize(1);
    }

    @Test
    void theLeasesOfOtherKeysAndOtherTagVersionsAreFree() {
        acquire(leases);
        assertThat(leases.acquire(CacheKey.of("other"), request(), VERSIONS)
                        .toCompletableFuture()
                        .join())
                .isPresent();
        TagVersions later = new TagVersions(Map.of("tag:a", new TagVersion(1, 3, 5)), 1);
        assertThat(leases.acquire(CacheKey.of("key"), request(), later)
                        .toCompletableFuture()
                        .join())
                .isPresent();
        assertThat(backend.values).hasSize(3);
    }

    @Test
    void noLeaseIsNeededWithoutADurationOrABackend() {
        assertThat(acquire(leases(Duration.ZERO))).contains(Lease.NOT_NEEDED);
        assertThat(backend.asked).hasValue(0);
        backend.failure = new IllegalStateException("no");
        assertThat(acquire(leases)).contains(Lease.NOT_NEEDED);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Optional<Lease> acquire(Leases leases) {
        return acquire(leases, "key");
    }

    private static Optional<Lease> acquire(Leases leases, String key) {
        return leases.acquire(CacheKey.of(key), request(), VERSIONS)
                .toCompletableFuture()
                .join();
    }

    private static StoreRequest request() {
        return StoreRequest.of(List.of("tag:a"), new Deadline());
    }

    private Leases leases(Duration duration) {
        RemoteSettings settings = new RemoteSettings(
                Duration.ofSeconds(5), "p:", "", Duration.ofDays(7), 2000, duration, 3, Duration.ofHours(1));
        GuardedStore guard = new GuardedStore("fake", settings, now::get);
        return new Leases(backend, guard, new RemoteKeys("p:", ""), duration, now::get);
    }
}
