package io.httpcached.engine;

import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of all nodes run a handler, if it still has to be run. The others look again and again for what it stores, until
 * they find it, may run the handler themselves, or an invalidation has made what they wait for worthless.
 */
final class LeaseCoordinator {

    private static final Executor POLL = CompletableFuture.delayedExecutor(25, TimeUnit.MILLISECONDS);

    private final EntryLookup lookup;
    private final EntryStore store;
    private final Duration patience;
    private final Clock clock;

    /** What came of waiting. */
    sealed interface Turn {

        /** The handler is to be run here. */
        record Run(Lease lease) implements Turn {}

        /** The handler has answered another request. */
        record Found(SelectedEntry selected, StoredResponse response, Reuse.Serve serve) implements Turn {}
    }

    LeaseCoordinator(EntryLookup lookup, EntryStore store, Duration patience, Clock clock) {
        this.lookup = lookup;
        this.store = store;
        this.patience = patience;
        this.clock = clock;
    }

    /** {@return what to do, within the time that a request waits for the handler of another} */
    CompletionStage<Turn> take(CacheCall call, SelectedEntry selected) {
        return take(call, selected, selected.waited(), System.nanoTime() + patience.toNanos());
    }

    private CompletionStage<Turn> take(CacheCall call, SelectedEntry selected, long waited, long deadline) {
        long since = System.nanoTime() - waited;
        return Stages.compose(store.lease(selected.key(), call.tags(), selected.snapshot(), waited), lease -> {
            if (lease.isPresent()) {
                return lease.get() == Lease.FREE
                        ? run(Lease.FREE)
                        : lookOnceMore(call, lease.get(), System.nanoTime() - since);
            }
            return System.nanoTime() - deadline > 0
                    ? run(Lease.FREE)
                    : CompletableFuture.runAsync(() -> {}, POLL).thenCompose(later -> look(call, selected, deadline));
        });
    }

    /** Another request may have stored its answer, and given the lease back, since this one looked. */
    private CompletionStage<Turn> lookOnceMore(CacheCall call, Lease lease, long waited) {
        return Stages.compose(lookup.lookup(call, waited), now -> {
            Turn.Found found = found(call, now);
            if (found == null) {
                return run(lease);
            }
            lease.releaseAfter(CompletableFuture.completedFuture(null));
            return CompletableFuture.completedFuture(found);
        });
    }

    private CompletionStage<Turn> look(CacheCall call, SelectedEntry before, long deadline) {
        return Stages.compose(lookup.lookup(call), now -> {
            Turn.Found found = found(call, now);
            if (found != null) {
                return CompletableFuture.completedFuture(found);
            }
            return now.snapshot().unchangedSince(before.snapshot(), call.tags())
                    ? take(call, before, now.waited(), deadline)
                    : run(Lease.FREE);
        });
    }

    private Turn.@Nullable Found found(CacheCall call, SelectedEntry now) {
        StoredResponse response = now.response();
        return response != null
                        && ReuseDecider.decide(clock.millis(), call.request(), response, call.policy())
                                instanceof Reuse.Serve serve
                ? new Turn.Found(now, response, serve)
                : null;
    }

    private static CompletionStage<Turn> run(Lease lease) {
        return CompletableFuture.completedFuture(new Turn.Run(lease));
    }
}
