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
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A stored response that the handler confirms, replaces or fails to confirm. */
class RevalidationTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);

    @Test
    void a304MakesTheStoredResponseFreshAgain() {
        storeTagged();
        route.handler =
                pending -> response(304, null, "ETag", "\"1\"", "X-New", "1").withTags(List.of("tag:late"));
        Answer answer = route.get();
        assertThat(route.runs.get(1).conditions()).isEqualTo(Fields.of("If-None-Match", "\"1\""));
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=304; stored; ttl=10");
        assertThat(served(answer)).isEqualTo("one age 0");
        Answer.FromStore hit = (Answer.FromStore) route.get();
        assertThat(status(hit)).isEqualTo("c; hit; ttl=10");
        assertThat(hit.response().fields().first("X-New")).isEqualTo("1");
        assertThat(route.explain(route.call("GET")).tags()).containsExactlyInAnyOrder("path:/a", "tag:old", "tag:late");
    }

    @Test
    void a304ForAnotherResponseRemovesTheStoredOne() {
        storeTagged();
        route.handler = pending -> response(304, null, "ETag", "\"2\"");
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=304; detail=\"304 for another response\"");
        assertThat(body(answer)).isEqualTo("one");
        assertThat(store.size()).isZero();
    }

    @Test
    void a304ThatForbidsStoringRemovesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> response(304, null, "ETag", "\"1\"", "Cache-Control", "no-store");
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=304");
        assertThat(body(answer)).isEqualTo("one");
        assertThat(store.size()).isZero();
    }

    /** The client sent the condition, so the client's response is the 304. */
    @Test
    void a304WithoutAConditionOfTheCacheIsPassedThrough() {
        route.get();
        route.advance(10);
        route.handler = pending -> response(304, null);
        Answer answer = route.get();
        assertThat(route.runs.get(1).conditions()).isEqualTo(Fields.EMPTY);
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=304");
    }

    @Test
    void a200ReplacesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> ok("two", "ETag", "\"2\"");
        assertThat(status(route.get())).isEqualTo("c; fwd=stale; fwd-status=200; stored; ttl=10");
        assertThat(body(route.get())).isEqualTo("two");
    }

    @Test
    void aResponseWithAValidatorIsKeptForRevalidationAndOneWithoutIsNot() {
        storeTagged();
        route.advance(99);
        route.handler = pending -> response(304, null);
        assertThat(status(route.get())).startsWith("c; fwd=stale; fwd-status=304; stored");
        route.advance(110);
        route.handler = pending -> ok("two");
        assertThat(status(route.get())).startsWith("c; fwd=miss");
    }

    @Test
    void anErrorResponseWithoutValidatorExpiresWithItsFreshness() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .statuses(Set.of(404))
                .build();
        route.handler = pending -> response(404, "none");
        route.get();
        route.advance(10);
        assertThat(status(route.get())).startsWith("c; fwd=miss");
    }

    @Test
    void staleIfErrorServesTheStaleResponseWhenTheHandlerAnswersWithAnError() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin();
        CompletableFuture<Step> second = route.begin();
        assertThat(waiting).isNotDone();
        assertThat(route.background).hasSize(1);
        route.handler = pending -> response(503, "broken");
        route.runBackground();
        for (CompletableFuture<Step> each : List.of(waiting, second)) {
            Answer answer = route.complete(each);
            assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=503; ttl=-2; detail=stale-if-error");
            assertThat(served(answer)).isEqualTo("one age 12");
        }
        assertThat(route.runs).hasSize(1);
    }

    @Test
    void staleIfErrorServesTheStaleResponseWhenTheHandlerFails() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin();
        route.handler = pending -> response(500, null);
        route.runBackground();
        assertThat(status(route.complete(waiting)))
                .isEqualTo("c; fwd=stale; fwd-status=500; ttl=-2; detail=stale-if-error");
    }

    @Test
    void aSlowHandlerIsReplacedByTheStaleResponseAndItsResponseIsStored() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleIfError(Duration.ofSeconds(20))
                .staleAfter(Duration.ofMillis(1))
                .build();
        route.get();
        route.advance(12);
        for (int i = 0; i < 2; i++) {
            Answer answer = route.complete(route.begin());
            assertThat(status(answer)).isEqualTo("c; fwd=stale; ttl=-2; detail=stale-after");
            assertThat(served(answer)).isEqualTo("one age 12");
        }
        assertThat(route.background).hasSize(1);
        route.handler = pending -> ok("two");
        route.runBackground();
        assertThat(served(route.get())).isEqualTo("two age 0");
        assertThat(route.runs).hasSize(1);
    }

    @Test
    void aSuccessfulRevalidationAnswersTheRequestAndThoseThatWait() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin();
        CompletableFuture<Step> second = route.begin();
        route.handler = pending -> ok("two");
        route.runBackground();
        Answer first = route.complete(waiting);
        assertThat(status(first)).isEqualTo("c; fwd=stale; fwd-status=200; stored; ttl=10");
        assertThat(served(first)).isEqualTo("two age 0");
        assertThat(status(route.complete(second))).isEqualTo("c; fwd=stale; collapsed");
        assertThat(served(route.complete(second))).isEqualTo("two age 0");
    }

    @Test
    void aResponseOfTheBackgroundThatIsNotStoredIsForTheRequestThatStartedIt() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin();
        CompletableFuture<Step> second = route.begin();
        route.handler = pending -> ok("own", "Cache-Control", "no-store");
        route.runBackground();
        Answer.FromDetachedRun answer = (Answer.FromDetachedRun) route.complete(waiting);
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=200; detail=\"the response says no-store\"");
        assertThat(answer.response().body()).asString().isEqualTo("own");
        PendingFetch own = pending(second);
        assertThat(own.store()).isTrue();
        assertThat(own.stale()).isNotNull();
        assertThat(own.requestTimeMillis()).isEqualTo(clock.millis());
    }

    @Test
    void aResponseOfTheBackgroundThatCanBeSentOnlyOnceMakesTheRequestRunTheHandler() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin();
        route.handler = pending -> new HandlerResponse(200, Fields.EMPTY, null, "too large");
        route.runBackground();
        assertThat(pending(waiting).shared()).isNull();
    }

    @Test
    void theRequestRunsTheHandlerIfTheSharedResponseIsOfAnotherVariant() {
        storeForErrors();
        CompletableFuture<Step> waiting = route.begin("Accept", "text/html");
        CompletableFuture<Step> second = route.begin("Accept", "text/plain");
        route.handler = pending -> ok("html", "Vary", "Accept");
        route.runBackground();
        assertThat(body(route.complete(waiting))).isEqualTo("html");
        assertThat(pending(second).why().token()).isEqualTo("stale");
    }

    /** The run under way began before the request that accepts no earlier response (RFC 9111 §5.2.1.1). */
    @Test
    void aReloadIsNotAnsweredByAnEarlierRevalidation() {
        storeForErrors();
        CompletableFuture<Step> first = route.begin();
        CompletableFuture<Step> reload = route.begin("Cache-Control", "max-age=0");
        CompletableFuture<Step> another = route.begin("Cache-Control", "max-age=0");
        route.handler = pending -> ok("two");
        route.runBackground();
        assertThat(served(route.complete(first))).isEqualTo("two age 0");
        assertThat(reload).isNotDone();
        route.handler = pending -> ok("three");
        route.runBackground();
        assertThat(served(route.complete(reload))).isEqualTo("three age 0");
        assertThat(served(route.complete(another))).isEqualTo("three age 0");
        assertThat(route.background).isEmpty();
    }

    @Test
    void aRevalidationWithNoCacheAnswersItsOwnRequestOnly() {
        storeForErrors();
        CompletableFuture<Step> first = route.begin();
        CompletableFuture<Step> second = route.begin();
        route.handler = pending -> ok("own", "Cache-Control", "no-cache", "ETag", "\"1\"");
        route.runBackground();
        assertThat(body(route.complete(first))).isEqualTo("own");
        assertThat(pending(second).why().token()).isEqualTo("stale");
    }

    @Test
    void aHeadResponseFreshensTheStoredResponse() {
        storeTagged();
        route.handler =
                pending -> response(200, null, "ETag", "\"1\"", "X-New", "1").withTags(List.of("tag:late"));
        Answer answer = route.head();
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=200");
        Answer.FromStore hit = (Answer.FromStore) route.get();
        assertThat(status(hit)).isEqualTo("c; hit; ttl=10");
        assertThat(hit.response().fields().first("X-New")).isEqualTo("1");
        assertThat(served(hit)).isEqualTo("one age 0");
        assertThat(route.explain(route.call("GET")).tags()).containsExactlyInAnyOrder("path:/a", "tag:old", "tag:late");
    }

    @Test
    void aHeadResponseThatDiffersRemovesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> response(200, null, "ETag", "\"2\"");
        route.head();
        assertThat(store.size()).isZero();
    }

    @Test
    void aHeadResponseThatForbidsStoringRemovesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> response(200, null, "ETag", "\"1\"", "Cache-Control", "no-store");
        route.head();
        assertThat(store.size()).isZero();
    }

    @Test
    void aHeadResponseThatSaysNothingOrHasAnotherStatusLeavesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> response(200, null);
        route.head();
        route.handler = pending -> response(503, null, "ETag", "\"2\"");
        route.head();
        assertThat(store.size()).isEqualTo(1);
        assertThat(status(route.get())).startsWith("c; fwd=stale");
    }

    @Test
    void aGetResponseWithoutABodyLeavesTheStoredResponse() {
        storeTagged();
        route.handler = pending -> response(200, null, "ETag", "\"2\"");
        route.get();
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void aHeadRequestIsAnsweredFromTheStore() {
        route.get();
        assertThat(status(route.head())).isEqualTo("c; hit; ttl=10");
    }

    @Test
    void aHeadRequestStoresTheResponseIfTheHandlerAnswersItAsGet() {
        route.headRunsGet = true;
        assertThat(status(route.head())).isEqualTo("c; fwd=miss; stored; ttl=10");
        Answer.FromStore hit = (Answer.FromStore) route.get();
        assertThat(served(hit)).isEqualTo("one age 0");
        assertThat(hit.response().fields().first("Cache-Control")).isEqualTo("max-age=10");
    }

    @Test
    void aHeadRequestWithAUserOrUnkeyedPartsIsJudgedAsGet() {
        route.headRunsGet = true;
        assertThat(status(route.head("Principal", "u")))
                .isEqualTo("c; fwd=miss; fwd-status=200;"
                        + " detail=\"the request has a user, and the entries of the route are shared\"");
        assertThat(status(route.head("Unkeyed", "1"))).startsWith("c; fwd=bypass");
        assertThat(status(route.head("Authorization", "x"))).contains("Authorization header");
    }

    /** Stores a response with the tag "1", which is stale now. */
    private void storeTagged() {
        route.handler = pending -> ok("one", "ETag", "\"1\"").withTags(List.of("tag:old"));
        route.get();
        route.advance(10);
    }

    /** Stores a response that may be served for 20 seconds after it became stale, two seconds after that. */
    private void storeForErrors() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleIfError(Duration.ofSeconds(20))
                .build();
        route.get();
        route.advance(12);
    }
}
