package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.engine.BodyWork;
import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Clocks;
import io.httpcached.engine.Compression;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.PipelineSettings;
import io.httpcached.engine.PlainCall;
import io.httpcached.engine.Refreshes;
import io.httpcached.engine.Step;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All operations of a request on a backend share one timeout. */
class RequestDeadlineTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final List<String> TAGS = List.of("path:/a", "tag:b");
    private static final Duration TIMEOUT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeStore backend = new FakeStore();
    private final MutableClock clock = new MutableClock();
    private final RemoteEntryStore store = store(TIMEOUT);

    @Test
    void asksNothingForARequestThatHasNoTimeLeft() {
        TagSnapshot snapshot = lookup(new Deadline()).snapshot();
        int asked = backend.asked.get();
        Deadline passed = deadlineAfter(TIMEOUT.toNanos());
        assertThat(lookup(passed).storeFailure()).isEqualTo("backend unavailable");
        assertThat(remaining(passed, TIMEOUT)).isZero();
        assertThat(lease(passed, snapshot)).contains(Lease.NOT_NEEDED);
        assertThat(backend.asked).hasValue(asked);
        assertThat(lease(new Deadline(), snapshot)).get().isNotEqualTo(Lease.NOT_NEEDED);
    }

    @Test
    void chargesARequestWithTheTimeThatItWaited() {
        TagSnapshot snapshot = lookup(new Deadline()).snapshot();
        backend.hanging = true;
        Deadline deadline = new Deadline();
        assertThat(lookup(deadline).storeFailure()).isEqualTo("backend unavailable");
        assertThat(remaining(deadline, TIMEOUT)).isZero();
        Deadline ofLease = new Deadline();
        assertThat(lease(ofLease, snapshot)).contains(Lease.NOT_NEEDED);
        assertThat(remaining(ofLease, TIMEOUT)).isZero();
    }

    @Test
    void releasesALeaseThatTheBackendGrantsTooLate() {
        TagSnapshot snapshot = lookup(new Deadline()).snapshot();
        backend.hanging = true;
        assertThat(lease(new Deadline(), snapshot)).contains(Lease.NOT_NEEDED);
        backend.release();
        assertThat(backend.values.keySet()).noneMatch(key -> key.startsWith("p:l:"));
    }

    @Test
    void theTimeoutOfARequestWithLittleTimeLeftIsNoFailureOfTheBackend() {
        TagSnapshot snapshot = lookup(new Deadline()).snapshot();
        backend.hanging = true;
        for (int i = 0; i < 10; i++) {
            lookup(deadlineAfter(TIMEOUT.toNanos() - 1));
            lease(deadlineAfter(TIMEOUT.toNanos() - 1), snapshot);
        }
        backend.release();
        assertThat(lookup(new Deadline()).storeFailure()).isNull();
        assertThat(store.statistics().lastFailure()).isNull();
    }

    /** The response of the leader varies on the language, so the waiter is decided on again while the backend hangs. */
    @Test
    void aRequestThatIsDecidedOnAgainHasOnlyTheTimeThatItHadLeft() {
        CachePipeline pipeline = new CachePipeline(
                store(LONG),
                Clocks.shared(clock),
                new PipelineSettings(LONG, LONG, 10),
                new BodyWork(Compression.NONE, Runnable::run),
                new Refreshes(32),
                bound -> 0);
        Step.Proceed leader = (Step.Proceed)
                pipeline.begin(call("de", new Deadline())).toCompletableFuture().join();
        Deadline deadline = new Deadline();
        CompletableFuture<Step> waiter = pipeline.begin(call("en", deadline)).toCompletableFuture();
        assertThat(waiter).isNotDone();
        deadline.addWait(remaining(deadline, LONG));
        HandlerResponse response =
                new HandlerResponse(200, Fields.of("Vary", "Accept-Language"), "Hallo".getBytes(UTF_8), null);
        backend.hangingReads = true;
        var unused = pipeline.finish(leader.pending(), response)
                .toCompletableFuture()
                .join();
        assertThat(waiter).isCompletedWithValueMatching(step -> step instanceof Step.Proceed, "runs its handler");
        assertThat(backend.held).isEmpty();
    }

    /** A 304 for another response removes the stored one, and the backend hangs meanwhile. */
    @Test
    void aRequestWaitsForARemovalOnlyForTheTimeThatItHasLeft() {
        Deadline deadline = new Deadline();
        deadline.addWait(TIMEOUT.toNanos() / 2);
        backend.hanging = true;
        await(store.remove(KEY, StoreRequest.of(TAGS, deadline)));
        assertThat(remaining(deadline, TIMEOUT)).isZero();
        assertThat(store.remove(KEY, StoreRequest.of(TAGS, deadline)).toCompletableFuture())
                .isCompleted();
    }

    /** Otherwise later requests would find what this one has proved to be outdated. */
    @Test
    void removesAlsoAfterTheDeadline() {
        int asked = backend.asked.get();
        assertThat(store.remove(KEY, StoreRequest.of(TAGS, deadlineAfter(TIMEOUT.toNanos())))
                        .toCompletableFuture())
                .isCompleted();
        assertThat(backend.asked).hasValue(asked + 1);
    }

    private static PlainCall call(String language, Deadline deadline) {
        CachePolicy policy = CachePolicy.builder().ttl(Duration.ofMinutes(10)).build();
        Fields fields = Fields.of("Accept-Language", language);
        return new PlainCall(
                KEY,
                policy,
                TAGS,
                fields,
                pending -> {
                    throw new AssertionError("nothing is to be run");
                },
                deadline);
    }

    private RemoteEntryStore store(Duration timeout) {
        RemoteSettings settings =
                new RemoteSettings(timeout, "p:", "", Duration.ofDays(7), 2000, LONG, 3, Duration.ofHours(1));
        return new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }

    private LookupResult lookup(Deadline deadline) {
        return await(store.lookup(KEY, StoreRequest.of(TAGS, deadline)));
    }

    private Optional<Lease> lease(Deadline deadline, TagSnapshot snapshot) {
        return await(store.lease(KEY, StoreRequest.of(TAGS, deadline), snapshot));
    }

    private static Deadline deadlineAfter(long waitedNanos) {
        Deadline deadline = new Deadline();
        deadline.addWait(waitedNanos);
        return deadline;
    }

    private static long remaining(Deadline deadline, Duration timeout) {
        return deadline.remainingNanos(timeout.toNanos());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
