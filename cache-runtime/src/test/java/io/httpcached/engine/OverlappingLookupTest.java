package io.httpcached.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A request looks up before an equal request stores its response, and continues after that: no second handler run is needed. */
class OverlappingLookupTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CachePolicy POLICY = CachePolicy.builder()
            .ttl(Duration.ofSeconds(10))
            .staleWhileRevalidate(Duration.ofSeconds(20))
            .build();

    private final MutableClock clock = new MutableClock();
    private final SlowStore store = new SlowStore(new MemoryEntryStore(1_000_000, clock));
    private final CachePipeline pipeline = new CachePipeline(
            store,
            Clocks.shared(clock),
            new PipelineSettings(LONG, LONG, 10),
            new BodyWork(Compression.NONE, Runnable::run),
            new Refreshes(32),
            bound -> 0);
    private final List<PendingFetch> refreshes = new ArrayList<>();

    @Test
    void aMissIsAnsweredWithTheResponseStoredMeanwhile() {
        Step.Proceed first = (Step.Proceed) begin();
        store.meanwhile = () -> finish(first.pending(), "one");
        Answer.FromStore answer = (Answer.FromStore) ((Step.Respond) begin()).answer();
        assertThat(new String(answer.response().body(), UTF_8)).isEqualTo("one");
        assertThat(answer.outcome().collapsed()).isTrue();
    }

    @Test
    void aStaleResponseIsNotRefreshedAgain() {
        finish(((Step.Proceed) begin()).pending(), "one");
        clock.advance(Duration.ofSeconds(15));
        assertThat(begin()).isInstanceOf(Step.Respond.class);
        assertThat(refreshes).hasSize(1);
        store.meanwhile = () -> finish(refreshes.get(0), "two");
        assertThat(begin()).isInstanceOf(Step.Respond.class);
        assertThat(refreshes).hasSize(1);
    }

    @Test
    void afterAnInvalidationTheHandlerRunsAgain() {
        Step.Proceed first = (Step.Proceed) begin();
        store.meanwhile = () -> {
            finish(first.pending(), "one");
            store.invalidate(List.of("path:/a"), InvalidationMode.REMOVE)
                    .toCompletableFuture()
                    .join();
        };
        assertThat(begin()).isInstanceOf(Step.Proceed.class);
    }

    @Test
    void oneOfTheWaitersRunsTheHandlerWhenTheSharedResponseHasBecomeStale() {
        Step.Proceed first = (Step.Proceed) begin();
        CompletableFuture<Step> second = beginAsync();
        CompletableFuture<Step> third = beginAsync();
        store.afterPut = () -> clock.advance(Duration.ofMinutes(1));
        finish(first.pending(), "one");
        assertThat(List.of(second, third))
                .filteredOn(CompletableFuture::isDone)
                .singleElement()
                .satisfies(leading -> finish(((Step.Proceed) leading.join()).pending(), "two"));
        assertThat(List.of(second, third))
                .filteredOn(each -> each.join() instanceof Step.Respond)
                .hasSize(1);
    }

    private Step begin() {
        return beginAsync().join();
    }

    private CompletableFuture<Step> beginAsync() {
        PlainCall call = new PlainCall(CacheKey.of("key"), POLICY, List.of("path:/a"), Fields.EMPTY, refreshes::add);
        return pipeline.begin(call).toCompletableFuture();
    }

    private void finish(PendingFetch pending, String body) {
        HandlerResponse answer = new HandlerResponse(200, Fields.EMPTY, body.getBytes(UTF_8), null);
        var unused = pipeline.finish(pending, answer).toCompletableFuture().join();
    }

    /** Runs an action between the result of a lookup and its use by the request. */
    private static final class SlowStore implements EntryStore {

        private final EntryStore store;
        private Runnable meanwhile = () -> {};
        private Runnable afterPut = () -> {};

        SlowStore(EntryStore store) {
            this.store = store;
        }

        @Override
        public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
            CompletionStage<LookupResult> found = store.lookup(key, request);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return found;
        }

        @Override
        public WriteResult put(
                CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
            WriteResult written = store.put(key, entry, tags, snapshot, ttl, deadline);
            Runnable now = afterPut;
            afterPut = () -> {};
            now.run();
            return written;
        }

        @Override
        public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
            return store.lease(key, request, snapshot);
        }

        @Override
        public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
            return store.remove(key, request);
        }

        @Override
        public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation) {
            return store.invalidate(tags, invalidation);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
