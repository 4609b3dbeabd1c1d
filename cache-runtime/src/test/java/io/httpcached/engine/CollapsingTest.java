package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.body;
import static io.httpcached.engine.PipelineDriver.ok;
import static io.httpcached.engine.PipelineDriver.pending;
import static io.httpcached.engine.PipelineDriver.served;
import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.Fields;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Equal requests that arrive while the handler runs for the first of them. */
class CollapsingTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);

    @Test
    void waitersShareTheResponseOfTheLeader() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin();
        CompletableFuture<Step> another = route.begin();
        assertThat(waiter).isNotDone();
        route.finish(leader, ok("one", "Age", "3"));
        for (CompletableFuture<Step> each : List.of(waiter, another)) {
            Answer answer = route.complete(each);
            assertThat(status(answer)).isEqualTo("c; fwd=miss; collapsed");
            assertThat(served(answer)).isEqualTo("one age 3");
        }
        assertThat(route.runs).isEmpty();
    }

    @Test
    void theFailureOfTheLeaderFailsItsWaiters() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin();
        IllegalStateException failure = new IllegalStateException("no");
        route.finish(leader, new HandlerResponse(500, Fields.EMPTY, null, failure, null));
        assertThat(waiter)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isSameAs(failure);
        assertThat(pending(route.begin()).shared()).isNotNull().isNotSameAs(leader.shared());
    }

    @Test
    void eachRequestRunsTheHandlerIfTheResponseIsForTheLeaderAlone() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin();
        route.advance(1);
        Answer answer = route.finish(leader, ok("own", "Cache-Control", "no-store"));
        assertThat(status(answer)).isEqualTo("c; fwd=miss; fwd-status=200; detail=\"the response says no-store\"");
        PendingFetch own = pending(waiter);
        assertThat(own.shared()).isNull();
        assertThat(own.stale()).isNull();
        assertThat(own.store()).isTrue();
        assertThat(own.why().token()).isEqualTo("miss");
        assertThat(own.requestTimeMillis()).isEqualTo(clock.millis());
        assertThat(pending(route.begin()).shared()).isNotNull().isNotSameAs(leader.shared());
    }

    @Test
    void waitersRunTheHandlerAfterTheTimeout() {
        PipelineDriver impatient = new PipelineDriver(store, clock, Duration.ofMillis(1), Compression.NONE);
        PendingFetch leader = pending(impatient.begin());
        PendingFetch own = pending(impatient.begin());
        assertThat(own.requestTimeMillis()).isEqualTo(clock.millis());
        // A run is over for the others once its timeout has passed. The second request leads if that was so at once.
        for (PendingFetch run : List.of(leader, own)) {
            SharedFetch shared = run.shared();
            if (shared != null) {
                assertThat(shared.closed()).succeedsWithin(Duration.ofSeconds(10));
            }
        }
        assertThat(pending(impatient.begin()).shared()).isNotNull().isNotSameAs(leader.shared());
        assertThat(status(impatient.finish(leader, ok("late")))).isEqualTo("c; fwd=miss; stored; ttl=10");
        assertThat(body(impatient.get())).isEqualTo("late");
    }

    @Test
    void afterAnInvalidationARequestLeadsARunOfItsOwn() {
        PendingFetch old = pending(route.begin());
        store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE);
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin();
        assertThat(waiter).isNotDone();
        assertThat(status(route.finish(old, ok("old")))).isEqualTo("c; fwd=miss; ttl=10");
        assertThat(waiter).isNotDone();
        route.finish(leader, ok("new"));
        assertThat(body(route.complete(waiter))).isEqualTo("new");
    }

    /** The handler read its data before the invalidation, and the waiter looked up after it. */
    @Test
    void aWaiterDoesNotShareAResponseThatItsOwnLookupShowsToBeInvalid() {
        PendingFetch leader = pending(route.begin());
        store.invalidate(List.of("tag:result"), InvalidationMode.REMOVE);
        CompletableFuture<Step> waiter = route.begin();
        assertThat(waiter).isNotDone();
        route.finish(leader, ok("old").withTags(List.of("tag:result")));
        assertThat(pending(waiter).why().token()).isEqualTo("miss");
    }

    @Test
    void aWaiterOfAnotherVariantLooksUpAgainAndLeads() {
        PendingFetch german = pending(route.begin("Accept-Language", "de"));
        CompletableFuture<Step> english = route.begin("Accept-Language", "en");
        CompletableFuture<Step> alsoGerman = route.begin("Accept-Language", "de");
        route.finish(german, ok("de", "Vary", "Accept-Language"));
        assertThat(status(route.complete(alsoGerman))).isEqualTo("c; fwd=miss; collapsed");
        PendingFetch leader = pending(english);
        assertThat(leader.why().token()).isEqualTo("vary-miss");
        assertThat(leader.shared()).isNotNull();
    }

    @Test
    void waitersThatFindTheSharedResponseStaleLookUpOnceAndThenRunTheHandler() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> second = route.begin();
        CompletableFuture<Step> third = route.begin();
        HandlerResponse stale = ok("one", "Cache-Control", "max-age=0", "ETag", "\"1\"");
        route.finish(leader, stale);
        CompletableFuture<Step> leading = second.isDone() ? second : third;
        CompletableFuture<Step> waiting = leading == second ? third : second;
        assertThat(waiting).isNotDone();
        PendingFetch revalidation = pending(leading);
        assertThat(revalidation.conditions()).isEqualTo(Fields.of("If-None-Match", "\"1\""));
        route.finish(revalidation, stale);
        assertThat(pending(waiting).shared()).isNull();
        assertThat(pending(waiting).stale()).isNull();
    }

    @Test
    void aWaiterThatDoesNotAcceptAStoredResponseRunsTheHandler() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin("Cache-Control", "no-cache");
        assertThat(waiter).isNotDone();
        route.finish(leader, ok("one", "ETag", "\"1\""));
        PendingFetch own = pending(waiter);
        assertThat(own.shared()).isNull();
        assertThat(own.why().token()).isEqualTo("miss");
        assertThat(own.conditions()).isEqualTo(Fields.EMPTY);
    }

    @Test
    void aHeadRequestDoesNotWaitUnlessItRunsTheHandlerAsGet() {
        PendingFetch leader = pending(route.begin());
        PendingFetch head = pending(route.begin(route.call("HEAD")));
        assertThat(head.store()).isFalse();
        assertThat(head.requestTimeMillis()).isEqualTo(clock.millis());
        route.headRunsGet = true;
        CompletableFuture<Step> waiter = route.begin(route.call("HEAD"));
        assertThat(waiter).isNotDone();
        route.finish(leader, ok("one"));
        assertThat(body(route.complete(waiter))).isEqualTo("one");
    }

    @Test
    void aBypassDoesNotWait() {
        PendingFetch leader = pending(route.begin());
        assertThat(pending(route.begin("Cache-Control", "no-store")).store()).isFalse();
        assertThat(leader.requestTimeMillis()).isEqualTo(clock.millis());
    }

    @Test
    void aRevalidationServedOnceIsNotSharedWithWaiters() {
        route.handler = pending -> ok("one", "ETag", "\"1\"");
        route.get();
        route.advance(10);
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> waiter = route.begin();
        route.finish(leader, PipelineDriver.response(304, null, "ETag", "\"2\""));
        assertThat(pending(waiter).why().token()).isEqualTo("stale");
        assertThat(pending(waiter).stale()).isNull();
    }
}
