package io.httpcached.engine.remote;

import static io.httpcached.engine.PipelineDriver.body;
import static io.httpcached.engine.PipelineDriver.ok;
import static io.httpcached.engine.PipelineDriver.pending;
import static io.httpcached.engine.PipelineDriver.response;
import static io.httpcached.engine.PipelineDriver.served;
import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.core.LifetimeShare;
import io.httpcached.engine.Answer;
import io.httpcached.engine.Compression;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.FakeCall;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.PendingFetch;
import io.httpcached.engine.PipelineDriver;
import io.httpcached.engine.Step;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two nodes that share a backend and let one of them run the handler. */
class LeasedPipelineTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeStore backend = new FakeStore();
    private final MutableClock clock = new MutableClock();
    private final RemoteEntryStore store = store(LONG);
    private final PipelineDriver node = new PipelineDriver(store, clock);
    private final PipelineDriver other = new PipelineDriver(store(LONG), clock);

    @Test
    void theNodeWithTheLeaseRunsTheHandlerAndTheOtherUsesItsResponse() {
        PendingFetch leader = pending(node.begin());
        assertThat(leader.lease()).isNotSameAs(Lease.NOT_NEEDED);
        assertThat(leases()).isEqualTo(1);
        CompletableFuture<Step> elsewhere = other.begin();
        CompletableFuture<Step> waiter = other.begin();
        assertThat(elsewhere).isNotDone();
        assertThat(status(node.finish(leader, ok("one", "Age", "3")))).isEqualTo("c; fwd=miss; stored; ttl=7");
        for (CompletableFuture<Step> each : List.of(elsewhere, waiter)) {
            Answer answer = other.complete(each);
            assertThat(status(answer)).isEqualTo("c; fwd=miss; collapsed");
            assertThat(served(answer)).isEqualTo("one age 3");
        }
        assertThat(leases()).isZero();
        assertThat(other.runs).isEmpty();
    }

    @Test
    void theOtherNodeRunsTheHandlerWhenTheLeaseIsReleasedWithoutAResponse() {
        PendingFetch leader = pending(node.begin());
        CompletableFuture<Step> elsewhere = other.begin();
        node.finish(leader, ok("own", "Cache-Control", "no-store"));
        PendingFetch own = pending(elsewhere);
        assertThat(own.lease()).isNotSameAs(Lease.NOT_NEEDED);
        assertThat(own.shared()).isNotNull();
        assertThat(own.requestTimeMillis()).isEqualTo(clock.millis());
    }

    /** The handler of the other node may have read its data before the invalidation. */
    @Test
    void theOtherNodeRunsTheHandlerWithoutALeaseAfterAnInvalidation() {
        pending(node.begin());
        CompletableFuture<Step> elsewhere = other.begin();
        assertThat(elsewhere).isNotDone();
        store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE);
        assertThat(pending(elsewhere).lease()).isSameAs(Lease.NOT_NEEDED);
    }

    @Test
    void theOtherNodeWaitsNoLongerThanTheTimeout() {
        PipelineDriver impatient = new PipelineDriver(store(LONG), clock, Duration.ofMillis(1), Compression.NONE);
        pending(node.begin());
        PendingFetch own = pending(impatient.begin());
        assertThat(own.lease()).isSameAs(Lease.NOT_NEEDED);
    }

    @Test
    void withoutALeaseDurationEachNodeRunsTheHandler() {
        PipelineDriver free = new PipelineDriver(store(Duration.ZERO), clock);
        pending(node.begin());
        int lookups = backend.gets.get();
        assertThat(pending(free.begin()).lease()).isSameAs(Lease.NOT_NEEDED);
        assertThat(backend.gets.get() - lookups).isEqualTo(1);
    }

    @Test
    void aStaleResponseIsRefreshedByOneNode() {
        node.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleWhileRevalidate(Duration.ofSeconds(200))
                .build();
        other.policy = node.policy;
        node.get();
        node.advance(12);
        node.get();
        assertThat(served(other.get())).isEqualTo("one age 12");
        assertThat(node.background).hasSize(1);
        assertThat(node.background.get(0).requestTimeMillis()).isEqualTo(clock.millis());
        assertThat(other.background).isEmpty();
        node.handler = pending -> ok("two");
        node.runBackground();
        assertThat(body(other.get())).isEqualTo("two");
    }

    @Test
    void anEntryIsRefreshedAheadByOneNode() {
        node.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(100))
                .refreshAhead(LifetimeShare.ofPercent(20))
                .build();
        other.policy = node.policy;
        node.get();
        node.advance(80);
        node.get();
        assertThat(status(other.get())).isEqualTo("c; hit; ttl=20");
        assertThat(node.background).hasSize(1);
        assertThat(other.background).isEmpty();
        node.handler = pending -> ok("two");
        node.runBackground();
        assertThat(served(other.get())).isEqualTo("two age 0");
        assertThat(other.background).isEmpty();
    }

    /** The entry that the node with the lease wants to refresh is fresh itself, so it does not end the wait. */
    @Test
    void anEntryIsRefreshedAheadByTheOtherNodeIfTheFirstOneFails() {
        node.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(100))
                .refreshAhead(LifetimeShare.ofPercent(20))
                .build();
        other.policy = node.policy;
        node.get();
        node.advance(80);
        node.get();
        CompletableFuture<PendingFetch> elsewhere = new CompletableFuture<>();
        other.complete(other.begin(new FakeCall(
                "GET", Fields.EMPTY, other.policy, other.tags, false, false, elsewhere::complete, new Deadline())));
        node.handler = pending -> response(503, "broken");
        node.runBackground();
        assertThat(elsewhere.orTimeout(10, TimeUnit.SECONDS).join().lease()).isNotSameAs(Lease.NOT_NEEDED);
    }

    @Test
    void aRevalidationOfTheOtherNodeAnswersTheRequestsThatWait() {
        node.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleIfError(Duration.ofSeconds(200))
                .build();
        other.policy = node.policy;
        node.get();
        node.advance(12);
        CompletableFuture<Step> here = node.begin();
        CompletableFuture<Step> elsewhere = other.begin();
        CompletableFuture<Step> waiter = other.begin();
        node.handler = pending -> ok("two");
        node.runBackground();
        assertThat(status(node.complete(here))).isEqualTo("c; fwd=stale; fwd-status=200; stored; ttl=10");
        for (CompletableFuture<Step> each : List.of(elsewhere, waiter)) {
            Answer answer = other.complete(each);
            assertThat(status(answer)).isEqualTo("c; fwd=stale; collapsed");
            assertThat(body(answer)).isEqualTo("two");
        }
        assertThat(other.background).isEmpty();
    }

    @Test
    void aWaiterSharesTheResponseOfTheOtherNodeOnlyIfItIsItsVariant() {
        PendingFetch leader = pending(node.begin("Accept", "a"));
        CompletableFuture<Step> elsewhere = other.begin("Accept", "a");
        CompletableFuture<Step> sameVariant = other.begin("Accept", "a");
        CompletableFuture<Step> otherVariant = other.begin("Accept", "b");
        node.finish(leader, ok("a", "Vary", "Accept"));
        assertThat(body(other.complete(elsewhere))).isEqualTo("a");
        assertThat(body(other.complete(sameVariant))).isEqualTo("a");
        assertThat(pending(otherVariant).why().token()).isEqualTo("vary-miss");
    }

    @Test
    void aBackendThatFailsIsNamedAndOnlyLaterRunsAreShared() {
        backend.failure = new IllegalStateException("no");
        PendingFetch first = pending(node.begin());
        CompletableFuture<Step> next = node.begin();
        CompletableFuture<Step> waiter = node.begin();
        assertThat(next).isNotDone();
        assertThat(status(node.finish(first, ok("one"))))
                .isEqualTo("c; fwd=miss; ttl=10; detail=\"backend unavailable\"");
        assertThat(pending(next).lease()).isSameAs(Lease.NOT_NEEDED);
        assertThat(waiter).isNotDone();
        node.finish(pending(next), ok("two"));
        Answer answer = node.complete(waiter);
        assertThat(status(answer)).isEqualTo("c; fwd=miss; collapsed; detail=\"backend unavailable\"");
        assertThat(body(answer)).isEqualTo("two");
        assertThat(node.runs).isEmpty();
        assertThat(backend.values).isEmpty();
        assertThat(node.explain(node.call("GET")).storeFailure()).isEqualTo("backend unavailable");
    }

    /** Each variant has a fetch of its own as soon as a response names the fields, although the store cannot name them. */
    @Test
    void variantsShareRunsWithoutTheBackend() {
        backend.failure = new IllegalStateException("no");
        PendingFetch first = pending(node.begin("X", "a"));
        CompletableFuture<Step> next = node.begin("X", "a");
        List<CompletableFuture<Step>> others =
                List.of(node.begin("X", "b"), node.begin("X", "b"), node.begin("X", "b"));
        node.finish(first, ok("one", "Vary", "X"));
        node.finish(pending(next), ok("two", "Vary", "X"));
        PendingFetch leader = pending(others.get(0));
        assertThat(others.get(1)).isNotDone();
        node.finish(leader, ok("three", "Vary", "X"));
        node.finish(pending(others.get(1)), ok("four", "Vary", "X"));
        assertThat(body(node.complete(others.get(2)))).isEqualTo("four");
        assertThat(node.runs).isEmpty();
    }

    /** A run that began while the backend failed does not answer a request that arrives when it is back. */
    @Test
    void aRequestThatReadsTheBackendAgainDoesNotJoinARunFromTheOutage() {
        backend.failure = new IllegalStateException("no");
        PendingFetch first = pending(node.begin());
        backend.failure = null;
        PendingFetch after = pending(node.begin());
        node.finish(first, ok("one"));
        assertThat(status(node.finish(after, ok("two")))).isEqualTo("c; fwd=miss; stored; ttl=10");
    }

    private long leases() {
        return backend.values.keySet().stream()
                .filter(key -> key.startsWith("p:l:"))
                .count();
    }

    private RemoteEntryStore store(Duration leaseDuration) {
        RemoteSettings settings = new RemoteSettings(LONG, "p:", "", Duration.ofDays(7), 2000, leaseDuration, 3, LONG);
        return new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }
}
