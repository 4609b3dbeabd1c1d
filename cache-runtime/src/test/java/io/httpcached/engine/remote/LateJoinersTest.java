package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.engine.BodyWork;
import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Clocks;
import io.httpcached.engine.Compression;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.PipelineSettings;
import io.httpcached.engine.PlainCall;
import io.httpcached.engine.Refreshes;
import io.httpcached.engine.Step;
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Requests that wait for a leader whose handler adds tags. Only the handler knows which invalidations hit its response, and
 * whether the store keeps the response is known only after the waiters share it.
 */
class LateJoinersTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CachePolicy POLICY =
            CachePolicy.builder().ttl(Duration.ofMinutes(10)).build();

    private final FakeStore backend = new FakeStore();
    private final RemoteEntryStore store = new RemoteEntryStore(
            "fake",
            backend,
            new BinaryEntryCodec(),
            new RemoteSettings(LONG, "", "", Duration.ofDays(7), 2000, Duration.ZERO, 3, LONG),
            Clock.systemUTC());
    private final CachePipeline pipeline = new CachePipeline(
            store,
            Clocks.shared(Clock.systemUTC()),
            new PipelineSettings(LONG, LONG, 10),
            new BodyWork(Compression.NONE, Runnable::run),
            new Refreshes(32),
            bound -> 0);

    @Test
    void areAnsweredWithTheResponseOfTheLeader() {
        Step.Proceed first = (Step.Proceed) begin().join();
        CompletableFuture<Step> joined = begin();
        assertThat(joined).isNotDone();
        finish(first, "tag:result");
        assertThat(joined.join()).isInstanceOf(Step.Respond.class);
    }

    @Test
    void areNotAnsweredWithAResponseFromBeforeAnEarlierInvalidation() {
        Step.Proceed first = (Step.Proceed) begin().join();
        store.invalidate(List.of("tag:result"), InvalidationMode.REMOVE)
                .toCompletableFuture()
                .join();
        CompletableFuture<Step> joined = begin();
        assertThat(joined).isNotDone();
        finish(first, "tag:result");
        assertThat(joined.join()).isInstanceOf(Step.Proceed.class);
    }

    @Test
    void areAnsweredByTheLeaderUntilLookupsFindItsResponse() {
        Step.Proceed first = (Step.Proceed) begin().join();
        backend.hanging = true;
        finish(first, "path:/a");
        backend.hanging = false;
        assertThat(begin().join()).isInstanceOf(Step.Respond.class);
        backend.release();
        backend.values.clear();
        assertThat(begin().join()).isInstanceOf(Step.Proceed.class);
    }

    @Test
    void areNotAnsweredWithAResponseThatWasInvalidatedSince() {
        Step.Proceed first = (Step.Proceed) begin().join();
        backend.hanging = true;
        finish(first, "path:/a");
        backend.hanging = false;
        store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE)
                .toCompletableFuture()
                .join();
        assertThat(begin().join()).isInstanceOf(Step.Proceed.class);
    }

    /** The names of the varying fields are in the backend, too, and are written when the handler has answered. */
    @Test
    void runTheHandlerOncePerVariantWhenTheResponseTurnsOutToVary() {
        Step.Proceed german = (Step.Proceed) begin("Accept-Language", "de").join();
        CompletableFuture<Step> english = begin("Accept-Language", "en");
        CompletableFuture<Step> alsoEnglish = begin("Accept-Language", "en");
        backend.hangingWrites = true;
        finish(german, "path:/a", "Vary", "Accept-Language");
        assertThat(List.of(english, alsoEnglish)).noneMatch(CompletableFuture::isDone);
        backend.release();
        assertThat(List.of(english, alsoEnglish))
                .filteredOn(CompletableFuture::isDone)
                .hasSize(1);
        CompletableFuture<Step> leading = english.isDone() ? english : alsoEnglish;
        finish((Step.Proceed) leading.join(), "path:/a", "Vary", "Accept-Language");
        assertThat((leading == english ? alsoEnglish : english).join()).isInstanceOf(Step.Respond.class);
    }

    private CompletableFuture<Step> begin(String... fields) {
        return pipeline.begin(new PlainCall(CacheKey.of("key"), POLICY, List.of("path:/a"), Fields.of(fields)))
                .toCompletableFuture();
    }

    private void finish(Step.Proceed step, String tag, String... fields) {
        HandlerResponse answer =
                new HandlerResponse(200, Fields.of(fields), "old".getBytes(UTF_8), null).withTags(List.of(tag));
        var unused =
                pipeline.finish(step.pending(), answer).toCompletableFuture().join();
    }
}
