package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.LeaseCoordinator.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseCoordinatorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SelectedEntry ABSENT =
            new SelectedEntry(CacheKey.of("key"), null, List.of(), List.of(), OneEntry.MOMENT, null, 7);

    private final OneEntry store = new OneEntry();
    private final LeaseCoordinator turns =
            new LeaseCoordinator(new EntryLookup(store), store, Duration.ofSeconds(10), CLOCK);

    @Test
    void whoGetsTheLeaseRunsTheHandlerAndKeepsTheLease() {
        assertThat(take()).isEqualTo(new Turn.Run(store.lease));
        assertThat(store.released).isEmpty();
    }

    @Test
    void whoGetsTheLeaseAfterAnotherHasStoredItsAnswerTakesThatAndGivesTheLeaseBack() {
        store.entry = entry();
        assertThat(take()).isInstanceOf(Turn.Found.class);
        assertThat(store.released).hasSize(1).allSatisfy(written -> assertThat(written)
                .isCompleted());
    }

    @Test
    void tellsTheStoreHowLongTheRequestHasWaitedForItBefore() {
        take();
        assertThat(store.waits).hasSize(2);
        assertThat(store.waits.get(0)).isEqualTo(7);
        assertThat(store.waits.get(1)).isGreaterThan(7);
    }

    private Turn take() {
        return turns.take(new PlainCall(ABSENT.key(), CachePolicy.builder().build(), List.of()), ABSENT)
                .toCompletableFuture()
                .join();
    }

    private static Entry entry() {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        return new Entry.Response(
                new StoredResponse(200, Fields.EMPTY, new byte[1], lifetime, CLOCK.millis(), CLOCK.millis()));
    }
}
