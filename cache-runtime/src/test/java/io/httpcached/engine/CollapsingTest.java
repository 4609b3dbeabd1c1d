package io.httpcached.engine;

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
import io.httpcached.core.Sharing;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The leader's own request may be the cause, so another one tries. */
    @Test
    void aWaiterTakesOverFromALeaderThatFailed() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> first = route.begin();
        CompletableFuture<Step> second = route.begin();
        Answer failed = route.finish(leader, response(500, "of the leader"));
        assertThat(status(failed)).startsWith("c; fwd=miss; fwd-status=500");
        assertThat(second).isNotDone();
        PendingFetch next = pending(first);
        assertThat(next.shared()).isSameAs(leader.shared());
        assertThat(next.lease()).isSameAs(leader.lease());
        route.finish(next, ok("one"));
        assertThat(status(route.complete(second))).isEqualTo("c; fwd=miss; collapsed");
        assertThat(body(route.complete(second))).isEqualTo("one");
    }

    @Test
    void theStatusOfTheSecondFailureIsAllThatTheWaitersReceive() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> first = route.begin();
        CompletableFuture<Step> second = route.begin();
        route.finish(leader, response(500, "of the leader"));
        route.finish(pending(first), response(503, "of the next leader"));
        Answer answer = route.complete(second);
        assertThat(answer).isInstanceOf(Answer.SharedFailure.class);
        assertThat(((Answer.SharedFailure) answer).status()).isEqualTo(503);
        assertThat(status(answer)).isEqualTo("c; fwd=miss; fwd-status=503; collapsed");
        assertThat(pending(route.begin()).shared()).isNotNull().isNotSameAs(leader.shared());
    }

    @Test
    void aFailureWithoutWaitersEndsTheFetch() {
        PendingFetch leader = pending(route.begin());
        route.finish(leader, response(500, "no"));
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
    }

    @Test
    void requestsDoNotWaitWhileTheLastResponseForTheKeyCouldNotBeStored() {
        route.finish(pending(route.begin()), ok("own", "Cache-Control", "no-store"));
        PendingFetch first = pending(route.begin());
        PendingFetch second = pending(route.begin());
        assertThat(first.shared()).isNull();
        assertThat(second.shared()).isNull();
        route.finish(first, ok("one"));
        clock.advance(Duration.ofSeconds(10));
        PendingFetch leader = pending(route.begin());
        assertThat(leader.shared()).isNotNull();
        route.finish(leader, ok("own", "Cache-Control", "no-store"));
        clock.advance(Duration.ofSeconds(59));
        assertThat(pending(route.begin()).shared()).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(pending(route.begin()).shared()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Range", "If-None-Match"})
    void aResponseToOneRequestSaysNothingAboutOthers(String field) {
        PendingFetch leader = pending(route.begin(field, "x"));
        route.finish(leader, response(field.equals("Range") ? 206 : 304, ""));
        assertThat(pending(route.begin()).shared()).isNotNull();
    }

    @Test
    void aFailureIsNotRememberedAsAResponseThatCannotBeStored() {
        route.finish(pending(route.begin()), response(503, "no"));
        assertThat(pending(route.begin()).shared()).isNotNull();
    }

    @Test
    void theResponseToARequestWithAUserSaysNothingAboutOthers() {
        route.finish(pending(route.begin("Principal", "u")), ok("of the user"));
        assertThat(pending(route.begin()).shared()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Principal", "Authorization"})
    void aRequestWithCredentialsNeitherWaitsNorLeads(String field) {
        PendingFetch first = pending(route.begin(field, "a"));
        PendingFetch second = pending(route.begin(field, "a"));
        assertThat(first.shared()).isNull();
        assertThat(second.shared()).isNull();
        PendingFetch leader = pending(route.begin());
        assertThat(leader.shared()).isNotNull();
        assertThat(pending(route.begin(field, "b")).shared()).isNull();
    }

    @Test
    void requestsWithCredentialsShareOnAPublicRoute() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .sharing(Sharing.PUBLIC)
                .build();
        PendingFetch leader = pending(route.begin("Authorization", "a"));
        CompletableFuture<Step> waiter = route.begin("Authorization", "b");
        CompletableFuture<Step> another = route.begin("Authorization", "c");
        assertThat(waiter).isNotDone();
        Answer forbidden = route.finish(leader, response(403, "a owes 100"));
        assertThat(status(forbidden)).contains("fwd-status=403");
        assertThat(pending(waiter).shared()).isNull();
        assertThat(pending(another).shared()).isNull();
    }

    /** They demand a run that begins after they arrived, so they share the one that follows the first. */
    @Test
    void requestsWithNoCacheShareTheRunThatFollows() {
        PendingFetch first = pending(route.begin("Cache-Control", "no-cache"));
        List<CompletableFuture<Step>> others = Stream.generate(() -> route.begin("Cache-Control", "no-cache"))
                .limit(49)
                .toList();
        assertThat(others).noneMatch(CompletableFuture::isDone);
        route.finish(first, ok("one"));
        List<CompletableFuture<Step>> leaders =
                others.stream().filter(CompletableFuture::isDone).toList();
        assertThat(leaders).hasSize(1);
        route.finish(pending(leaders.get(0)), ok("two"));
        for (CompletableFuture<Step> other : others) {
            if (other != leaders.get(0)) {
                Answer answer = route.complete(other);
                assertThat(status(answer)).isEqualTo("c; fwd=miss; collapsed");
                assertThat(body(answer)).isEqualTo("two");
            }
        }
    }

    @Test
    void requestsWithoutADirectiveJoinTheRunOfOneWithNoCache() {
        PendingFetch reload = pending(route.begin("Cache-Control", "no-cache"));
        CompletableFuture<Step> waiter = route.begin();
        route.finish(reload, ok("one"));
        assertThat(body(route.complete(waiter))).isEqualTo("one");
    }

    @Test
    void oneWaiterAfterTheOtherRunsTheHandlerIfItIsSlow() {
        PipelineDriver impatient = new PipelineDriver(store, clock, Duration.ofMillis(200), Compression.NONE);
        PendingFetch leader = pending(impatient.begin());
        CompletableFuture<Step> first = impatient.begin();
        CompletableFuture<Step> second = impatient.begin();
        CompletableFuture<Step> third = impatient.begin();
        PendingFetch next = pending(first);
        assertThat(third).isNotDone();
        assertThat(next.shared()).isSameAs(leader.shared());
        assertThat(next.lease()).isSameAs(Lease.NOT_NEEDED);
        PendingFetch another = pending(second);
        assertThat(third).isNotDone();
        impatient.finish(next, ok("two"));
        assertThat(body(impatient.complete(third))).isEqualTo("two");
        impatient.finish(leader, ok("one"));
        impatient.finish(another, ok("three"));
        assertThat(body(impatient.get())).isEqualTo("three");
    }

    /** A run that hangs does not keep the failures of others from ending the wait. */
    @Test
    void twoFailuresEndTheWaitAlthoughAnotherRunHangs() {
        PipelineDriver impatient = new PipelineDriver(store, clock, Duration.ofMillis(200), Compression.NONE);
        pending(impatient.begin());
        CompletableFuture<Step> first = impatient.begin();
        CompletableFuture<Step> second = impatient.begin();
        CompletableFuture<Step> third = impatient.begin();
        impatient.finish(pending(first), response(503, "no"));
        assertThat(second).isDone();
        impatient.finish(pending(second), response(503, "no"));
        assertThat(third).isDone();
        assertThat(impatient.complete(third)).isInstanceOf(Answer.SharedFailure.class);
    }

    /** The run that they wait for has not begun, so it sees the change. */
    @Test
    void requestsWithNoCacheAfterAnInvalidationShareTheRunThatFollows() {
        PendingFetch first = pending(route.begin("Cache-Control", "no-cache"));
        CompletableFuture<Step> queued = route.begin("Cache-Control", "no-cache");
        store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE);
        CompletableFuture<Step> later = route.begin("Cache-Control", "no-cache");
        CompletableFuture<Step> last = route.begin("Cache-Control", "no-cache");
        assertThat(later).isNotDone();
        route.finish(first, ok("old"));
        route.finish(pending(queued), ok("new"));
        assertThat(body(route.complete(later))).isEqualTo("new");
        assertThat(body(route.complete(last))).isEqualTo("new");
    }

    @Test
    void requestsDoNotWaitForAResponseThatEachOfThemMustRevalidate() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> second = route.begin();
        CompletableFuture<Step> third = route.begin();
        HandlerResponse response = ok("one", "Cache-Control", "no-cache", "ETag", "\"1\"");
        route.finish(leader, response);
        assertThat(pending(second).conditions()).isEqualTo(Fields.of("If-None-Match", "\"1\""));
        assertThat(pending(third).shared()).isNull();
        assertThat(pending(route.begin()).shared()).isNull();
    }

    @Test
    void aRunThatAFilterEndedSaysNothingAboutTheHandler() {
        route.finish(pending(route.begin()), HandlerResponse.notReached(429));
        assertThat(pending(route.begin()).shared()).isNotNull();
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
    void aRequestWithNoCacheWaitsForTheRunUnderWayAndThenRunsTheHandler() {
        PendingFetch leader = pending(route.begin());
        CompletableFuture<Step> reload = route.begin("Cache-Control", "no-cache");
        route.finish(leader, ok("one", "ETag", "\"1\""));
        assertThat(pending(reload).shared()).isNotNull().isNotSameAs(leader.shared());
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
