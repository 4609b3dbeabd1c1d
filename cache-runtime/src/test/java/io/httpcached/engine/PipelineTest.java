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
import io.httpcached.core.RequestPart;
import io.httpcached.core.Sharing;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The way of one request after another, over the store in memory. */
class PipelineTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);

    @Test
    void aMissRunsTheHandlerAndStoresItsResponse() {
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; fwd=miss; stored; ttl=10");
        assertThat(served(answer)).isEqualTo("one age 0");
        assertThat(((Answer.FromStore) answer).response().fields().first("Cache-Control"))
                .isEqualTo("max-age=10");
        assertThat(store.size()).isEqualTo(1);
        assertThat(route.runs.get(0).conditions()).isEqualTo(Fields.EMPTY);
    }

    @Test
    void aHitServesTheStoredResponseWithItsAge() {
        route.get();
        route.advance(4);
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; hit; ttl=6");
        assertThat(served(answer)).isEqualTo("one age 4");
        assertThat(route.runs).hasSize(1);
    }

    @Test
    void anAgeOfTheHandlerShortensTheTtl() {
        route.handler = pending -> ok("one", "Age", "3");
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; fwd=miss; stored; ttl=7");
        assertThat(served(answer)).isEqualTo("one age 3");
    }

    @Test
    void aStaleResponseIsReplaced() {
        route.get();
        route.advance(10);
        route.handler = pending -> ok("two");
        Answer answer = route.get();
        assertThat(status(answer)).isEqualTo("c; fwd=stale; fwd-status=200; stored; ttl=10");
        assertThat(served(answer)).isEqualTo("two age 0");
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=10");
    }

    @Test
    void onlyIfCachedIsAnsweredWith504() {
        Answer answer = route.get("Cache-Control", "only-if-cached");
        assertThat(answer).isInstanceOf(Answer.GatewayTimeout.class);
        assertThat(status(answer))
                .isEqualTo("c; detail=\"the request says only-if-cached, and no response is stored for the key\"");
        assertThat(route.get("Cache-Control", "only-if-cached, no-store")).isInstanceOf(Answer.GatewayTimeout.class);
        assertThat(route.runs).isEmpty();
    }

    @Test
    void aBypassRunsTheHandlerAndStoresNothing() {
        Answer answer = route.get("Cache-Control", "no-store");
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=bypass; fwd-status=200; detail=\"the request says no-store\"");
        assertThat(store.size()).isZero();
        assertThat(route.runs).singleElement().satisfies(run -> {
            assertThat(run.target()).isNull();
            assertThat(run.requestTimeMillis()).isEqualTo(clock.millis());
        });
    }

    @Test
    void otherMethodsPassByTheCache() {
        route.get();
        Answer answer = route.complete(route.begin(route.call("POST")));
        assertThat(status(answer))
                .isEqualTo("c; fwd=method; fwd-status=200; detail=\"only GET and HEAD requests use the cache\"");
    }

    @Test
    void aRequestWithAUserPassesByASharedEntry() {
        route.get();
        Answer answer = route.get("Principal", "u");
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer))
                .isEqualTo("c; fwd=bypass; fwd-status=200;"
                        + " detail=\"the request has a user, and the entries of the route are shared\"");
        assertThat(route.runs.get(1).shared()).isNull();
    }

    /** A response that permits sharing takes the place of one that does not. */
    @Test
    void theResponseToARequestWithAUserIsStoredIfItIsPublic() {
        route.get();
        route.handler = pending -> ok("two", "Cache-Control", "public, max-age=20");
        assertThat(status(route.get("Principal", "u"))).isEqualTo("c; fwd=bypass; stored; ttl=20");
        assertThat(served(route.get("Principal", "u"))).isEqualTo("two age 0");
    }

    @Test
    void noCacheRunsTheHandlerAndItsResponseReplacesTheStoredOne() {
        route.get();
        route.handler = pending -> ok("two");
        Answer answer = route.get("Cache-Control", "no-cache");
        assertThat(status(answer)).isEqualTo("c; fwd=request; fwd-status=200; stored; ttl=10");
        assertThat(route.runs.get(1).lease()).isSameAs(Lease.NOT_NEEDED);
        assertThat(body(route.get())).isEqualTo("two");
    }

    @Test
    void maxStaleServesAStaleResponseWithoutARefresh() {
        route.get();
        route.advance(12);
        Answer answer = route.get("Cache-Control", "max-stale=5");
        assertThat(status(answer)).isEqualTo("c; hit; ttl=-2");
        assertThat(served(answer)).isEqualTo("one age 12");
        assertThat(route.background).isEmpty();
    }

    @Test
    void staleWhileRevalidateServesTheStaleResponseAndRefreshesItOnce() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleWhileRevalidate(Duration.ofSeconds(20))
                .build();
        route.get();
        route.advance(12);
        assertThat(status(route.get())).isEqualTo("c; hit; ttl=-2");
        assertThat(served(route.get())).isEqualTo("one age 12");
        assertThat(route.runs).hasSize(1);
        assertThat(route.background).hasSize(1);
        route.handler = pending -> ok("two");
        assertThat(status(route.runBackground())).isEqualTo("c; fwd=stale; fwd-status=200; stored; ttl=10");
        assertThat(served(route.get())).isEqualTo("two age 0");
    }

    @Test
    void anErrorInABackgroundRefreshKeepsTheStaleResponse() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .staleWhileRevalidate(Duration.ofSeconds(20))
                .statuses(Set.of(200, 503))
                .build();
        route.get();
        route.advance(12);
        route.get();
        route.handler = pending -> response(503, "broken");
        assertThat(status(route.runBackground()))
                .isEqualTo("c; fwd=stale; fwd-status=503; detail=\"an error does not replace the stored response\"");
        assertThat(served(route.get())).isEqualTo("one age 12");
        assertThat(route.background).hasSize(1);
    }

    @Test
    void anErrorIsStoredWhereItReplacesNothing() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .statuses(Set.of(503))
                .build();
        route.handler = pending -> response(503, "broken");
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=10");
        assertThat(served(route.get())).isEqualTo("broken age 0");
    }

    @Test
    void aHandlerThatFailsLeavesTheAnswerToTheServer() {
        route.handler = pending -> response(500, null);
        Answer answer = route.get();
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=miss; fwd-status=500");
        route.handler = pending -> ok("one");
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=10");
    }

    @Test
    void aResponseThatMayNotBeStoredIsPassedThrough() {
        route.handler = pending -> ok("one", "Cache-Control", "no-store");
        Answer answer = route.get();
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=miss; fwd-status=200; detail=\"the response says no-store\"");
    }

    @Test
    void aResponseWithoutABodyIsPassedThroughWithTheReason() {
        route.handler = pending -> new HandlerResponse(200, Fields.EMPTY, null, "larger than 8 bytes");
        Answer answer = route.get();
        assertThat(answer).isInstanceOf(Answer.FromHandler.class);
        assertThat(status(answer)).isEqualTo("c; fwd=miss; fwd-status=200; detail=\"larger than 8 bytes\"");
    }

    @Test
    void aResponseWithMoreTagsThanAllowedIsNotStored() {
        route.handler = pending -> ok("one").withTags(List.of("tag:1", "tag:2", "tag:3"));
        assertThat(status(route.get())).isEqualTo("c; fwd=miss; stored; ttl=10");
        clock.advance(Duration.ofSeconds(10));
        route.handler = pending -> ok("one").withTags(List.of("tag:1", "tag:2", "tag:3", "tag:4"));
        assertThat(status(route.get())).isEqualTo("c; fwd=stale; fwd-status=200; detail=\"too many tags\"");
    }

    @Test
    void theTagsOfTheRouteAndThoseOfTheHandlerInvalidateAResponse() {
        route.handler = pending -> ok("one").withTags(List.of("tag:result"));
        for (String tag : List.of("path:/a", "tag:result")) {
            route.get();
            assertThat(status(route.get())).startsWith("c; hit");
            store.invalidate(List.of(tag), InvalidationMode.REMOVE);
            assertThat(status(route.get())).startsWith("c; fwd=miss");
        }
    }

    /** The snapshot of the lookup shows that the response is from before the invalidation. */
    @Test
    void aResponseThatWasInvalidatedWhileItsHandlerRanIsNotStored() {
        PendingFetch pending = pending(route.begin());
        store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE);
        Answer answer = route.finish(pending, ok("old"));
        assertThat(status(answer)).isEqualTo("c; fwd=miss; ttl=10");
        assertThat(body(answer)).isEqualTo("old");
        assertThat(store.size()).isZero();
    }

    @Test
    void theFieldsOfOneClientAreWithheldFromTheStore() {
        route.policy = CachePolicy.builder()
                .sharing(Sharing.SHARED)
                .ttl(Duration.ofSeconds(10))
                .build();
        route.handler = pending -> ok("one", "Cache-Control", "max-age=10, no-cache=\"X-Own\"", "X-Own", "1");
        Answer.FromStore first = (Answer.FromStore) route.get();
        assertThat(first.response().fields().has("X-Own")).isFalse();
        assertThat(first.withheld().first("X-Own")).isEqualTo("1");
        assertThat(((Answer.FromStore) route.get()).withheld().size()).isZero();
    }

    @Test
    void theReasonNotToStoreIsKnownBeforeTheBodyIsRead() {
        PendingFetch storing = pending(route.begin());
        assertThat(route.notStoredReason(storing, response(200, null))).isNull();
        assertThat(route.notStoredReason(storing, response(200, null, "Set-Cookie", "a=b")))
                .isEqualTo("the response sets a cookie");
        PendingFetch bypassing = pending(route.begin("Cache-Control", "no-store"));
        assertThat(route.notStoredReason(bypassing, response(200, null))).isEqualTo("streamed");
        PendingFetch headOnly = pending(route.begin(route.call("HEAD")));
        assertThat(route.notStoredReason(headOnly, response(200, null))).isEqualTo("streamed");
    }

    @Test
    void theExplanationShowsTheEntryAndTheDecision() {
        route.handler = pending -> ok("one", "Vary", "Accept").withTags(List.of("tag:result"));
        route.get();
        route.advance(4);
        Explanation explanation = route.explain(route.call("GET"));
        assertThat(explanation.key()).isEqualTo(FakeCall.KEY.variant("6:accept13:~1000,3:*/*0:"));
        assertThat(explanation.reuse().text()).isEqualTo("the stored response is fresh");
        assertThat(explanation.age()).isEqualTo(4);
        assertThat(explanation.stored()).isNotNull();
        assertThat(explanation.tags()).containsExactly("path:/a", "tag:result");
        assertThat(explanation.variants()).containsExactly(RequestPart.field("accept"));
        assertThat(explanation.storeFailure()).isNull();
        assertThat(route.runs).hasSize(1);
    }

    @Test
    void theExplanationOfAMissOrBypassHasNoEntry() {
        Explanation miss = route.explain(route.call("GET"));
        assertThat(miss.reuse().text()).isEqualTo("no response is stored for the key");
        assertThat(miss.age()).isZero();
        assertThat(miss.stored()).isNull();
        Explanation bypass = route.explain(route.call("POST"));
        assertThat(bypass.key()).isEqualTo(FakeCall.KEY);
        assertThat(bypass.reuse().text()).isEqualTo("only GET and HEAD requests use the cache");
        assertThat(bypass.tags()).isEmpty();
        assertThat(bypass.variants()).isEmpty();
    }
}
