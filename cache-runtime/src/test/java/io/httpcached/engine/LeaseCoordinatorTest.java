package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.LeaseCoordinator.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseCoordinatorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SelectedEntry ABSENT =
            new SelectedEntry(CacheKey.of("key"), null, List.of(), List.of(), OneEntry.MOMENT, null, false);

    private final OneEntry store = new OneEntry();
    private final PlainCall call =
            new PlainCall(ABSENT.key(), CachePolicy.builder().build(), List.of());
    private final LeaseCoordinator leases =
            new LeaseCoordinator(new EntryLookup(store), store, Duration.ofSeconds(10), CLOCK);

    @BeforeEach
    void theRequestHasWaitedForTheStoreBefore() {
        call.deadline().addWait(7);
    }

    @Test
    void whoGetsTheLeaseRunsTheHandlerAndKeepsTheLease() {
        assertThat(acquire()).isEqualTo(new Decision.RunHandler(store.lease));
        assertThat(store.released).isEmpty();
    }

    @Test
    void whoGetsTheLeaseAfterAnotherHasStoredItsResponseUsesThatAndReleasesTheLease() {
        store.entry = entry();
        assertThat(acquire()).isInstanceOf(Decision.UseStored.class);
        assertThat(store.released).hasSize(1).allSatisfy(written -> assertThat(written)
                .isCompleted());
    }

    @Test
    void whoFindsTheResponseWhileAnotherNodeHasTheLeaseNeedsNoLease() {
        store.denials = 1;
        store.entry = entry();
        assertThat(acquire()).isInstanceOf(Decision.UseStored.class);
        assertThat(store.released).isEmpty();
        assertThat(store.waits).hasSize(2);
    }

    @Test
    void theStoreIsToldHowLongTheRequestHasWaitedForItBefore() {
        acquire();
        assertThat(store.waits).containsExactly(7L, 8L);
        assertThat(call.deadline().spentNanos()).isEqualTo(9);
    }

    /** While another node has the lease, the request waits for that node's handler and not for the store. */
    @Test
    void eachPollHasTheTimeThatTheRequestHadLeftWhenItBeganToPoll() {
        store.denials = 2;
        assertThat(acquire()).isEqualTo(new Decision.RunHandler(store.lease));
        assertThat(store.waits).containsExactly(7L, 8L, 9L, 8L, 9L, 10L);
        assertThat(call.deadline().spentNanos()).isEqualTo(8);
    }

    @Test
    void aPollUsesANearCopyOnlyIfTheRouteDoes() {
        store.denials = 2;
        acquire();
        assertThat(store.near).hasSize(3).containsOnly(false);
    }

    private Decision acquire() {
        return leases.acquire(call, ABSENT, LeaseCoordinator.Awaited.FRESH)
                .toCompletableFuture()
                .join();
    }

    private static Entry entry() {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        return new Entry.Response(
                new StoredResponse(200, Fields.EMPTY, new byte[1], lifetime, CLOCK.millis(), CLOCK.millis()));
    }
}
