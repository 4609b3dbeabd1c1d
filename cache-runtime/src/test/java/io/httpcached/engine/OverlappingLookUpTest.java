package io.httpcached.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A request looks before the answer of an equal one is stored, and goes on after it: the handler need not run again. */
class OverlappingLookUpTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CachePolicy POLICY = CachePolicy.builder()
            .ttl(Duration.ofSeconds(10))
            .staleWhileRevalidate(Duration.ofSeconds(20))
            .build();

    private final MutableClock clock = new MutableClock();
    private final SlowStore store = new SlowStore(new MemoryEntryStore(1_000_000, clock));
    private final CachePipeline pipeline =
            new CachePipeline(store, clock, new PipelineSettings(LONG, LONG, 10), Compression.NONE);
    private final List<Ticket> refreshes = new ArrayList<>();

    @Test
    void aMissIsAnsweredByTheHandlerThatHasAnsweredSince() {
        Step.Proceed first = (Step.Proceed) begin();
        store.meanwhile = () -> finish(first.ticket(), "one");
        Answer.FromStore answer = (Answer.FromStore) ((Step.Respond) begin()).answer();
        assertThat(new String(answer.response().body(), UTF_8)).isEqualTo("one");
        assertThat(answer.outcome().collapsed()).isTrue();
    }

    @Test
    void aStaleResponseIsNotRefreshedAgain() {
        finish(((Step.Proceed) begin()).ticket(), "one");
        clock.advance(Duration.ofSeconds(15));
        assertThat(begin()).isInstanceOf(Step.Respond.class);
        assertThat(refreshes).hasSize(1);
        store.meanwhile = () -> finish(refreshes.get(0), "two");
        assertThat(begin()).isInstanceOf(Step.Respond.class);
        assertThat(refreshes).hasSize(1);
    }

    @Test
    void afterAnEvictionTheHandlerRunsAgain() {
        Step.Proceed first = (Step.Proceed) begin();
        store.meanwhile = () -> {
            finish(first.ticket(), "one");
            store.evict(List.of("path:/a"), Eviction.GONE).toCompletableFuture().join();
        };
        assertThat(begin()).isInstanceOf(Step.Proceed.class);
    }

    @Test
    void ofThoseThatWaitedUntilTheResponseWasOutdatedOneRunsTheHandler() {
        Step.Proceed first = (Step.Proceed) begin();
        CompletableFuture<Step> second = beginAsync();
        CompletableFuture<Step> third = beginAsync();
        store.afterPut = () -> clock.advance(Duration.ofMinutes(1));
        finish(first.ticket(), "one");
        assertThat(List.of(second, third))
                .filteredOn(CompletableFuture::isDone)
                .singleElement()
                .satisfies(leading -> finish(((Step.Proceed) leading.join()).ticket(), "two"));
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

    private void finish(Ticket ticket, String body) {
        Fetched answer = new Fetched(200, Fields.EMPTY, body.getBytes(UTF_8), null, null);
        var unused = pipeline.finish(ticket, answer).toCompletableFuture().join();
    }

    /** Between what one look-up finds and what the request makes of it, something can happen. */
    private static final class SlowStore implements EntryStore {

        private final EntryStore store;
        private Runnable meanwhile = () -> {};
        private Runnable afterPut = () -> {};

        SlowStore(EntryStore store) {
            this.store = store;
        }

        @Override
        public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited) {
            CompletionStage<Finding> found = store.find(key, tags, waited);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return found;
        }

        @Override
        public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
            Written written = store.put(key, slot, tags, generation, ttl);
            Runnable now = afterPut;
            afterPut = () -> {};
            now.run();
            return written;
        }

        @Override
        public CompletionStage<Optional<Lease>> lease(
                CacheKey key, List<String> tags, Generation generation, long waited) {
            return store.lease(key, tags, generation, waited);
        }

        @Override
        public CompletionStage<Void> remove(CacheKey key) {
            return store.remove(key);
        }

        @Override
        public CompletionStage<Void> evict(Collection<String> tags, Eviction eviction) {
            return store.evict(tags, eviction);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
