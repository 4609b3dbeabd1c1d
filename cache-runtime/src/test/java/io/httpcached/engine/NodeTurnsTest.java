package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.NodeTurns.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NodeTurnsTest {

    private static final Generation MOMENT = (earlier, tags) -> true;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Located ABSENT = new Located(CacheKey.of("key"), null, List.of(), List.of(), MOMENT, null);

    private final OneEntry store = new OneEntry();
    private final NodeTurns turns = new NodeTurns(new Locator(store), store, Duration.ofSeconds(10), CLOCK);

    @Test
    void whoGetsTheLeaseRunsTheHandlerAndKeepsTheLease() {
        assertThat(take()).isEqualTo(new Turn.Run(store.lease));
        assertThat(store.released).isEmpty();
    }

    @Test
    void whoGetsTheLeaseAfterAnotherHasStoredItsAnswerTakesThatAndGivesTheLeaseBack() {
        store.slot = entry();
        assertThat(take()).isInstanceOf(Turn.Found.class);
        assertThat(store.released).hasSize(1).allSatisfy(written -> assertThat(written)
                .isCompleted());
    }

    private Turn take() {
        return turns.take(new PlainCall(ABSENT.key(), CachePolicy.builder().build(), List.of()), ABSENT)
                .toCompletableFuture()
                .join();
    }

    private static Slot entry() {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        return new Slot.Entry(
                new StoredResponse(200, Fields.EMPTY, new byte[1], lifetime, CLOCK.millis(), CLOCK.millis()));
    }

    /** A store with one slot, whose lease is free. */
    private static final class OneEntry implements EntryStore {

        final List<CompletableFuture<?>> released = new ArrayList<>();
        final Lease lease = written -> released.add(written.toCompletableFuture());

        @Nullable
        Slot slot;

        @Override
        public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags) {
            return CompletableFuture.completedFuture(new Finding(slot, List.of(), MOMENT, null));
        }

        @Override
        public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
            throw new AssertionError("nothing is to be put");
        }

        @Override
        public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, Generation generation) {
            return CompletableFuture.completedFuture(Optional.of(lease));
        }

        @Override
        public CompletionStage<Void> remove(CacheKey key) {
            throw new AssertionError("nothing is to be removed");
        }

        @Override
        public CompletionStage<Void> evict(Collection<String> tags, Eviction eviction) {
            throw new AssertionError("nothing is to be evicted");
        }

        @Override
        public void close() {}
    }
}
