package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node run a handler, if it still has to run. The others poll the store until they find the response, get the
 * lease themselves, or an invalidation makes the expected response useless.
 */
final class LeaseCoordinator {

    private static final Executor AFTER_POLL_INTERVAL = CompletableFuture.delayedExecutor(25, TimeUnit.MILLISECONDS);

    private final EntryLookup lookup;
    private final EntryStore store;
    private final Duration timeout;
    private final Clock ages;

    /** What a leader does once it need not wait for another node any more. */
    sealed interface Decision {

        /**
         * It runs the handler.
         *
         * @param lease the lease to release when the response is stored
         */
        record RunHandler(Lease lease) implements Decision {}

        /**
         * It uses the response that another request has stored meanwhile.
         *
         * @param selected the result of the lookup that found it
         * @param response the response
         * @param age the age of the response in seconds
         */
        record UseStored(SelectedEntry selected, StoredResponse response, long age) implements Decision {

            /** {@return the result for the leader and all that wait for it} */
            FetchResult.Shared result(CacheCall call, Forwarding why) {
                Answer answer = new Answer.FromStore(
                        response, age, Outcome.forwarded(why).withCollapsed(true));
                String variant = Vary.select(selected.variants(), call.request());
                return new FetchResult.Shared(response, selected.variants(), variant, selected.tags(), answer);
            }
        }
    }

    /**
     * Creates a coordinator.
     *
     * @param timeout the time after which a request runs the handler although another node has the lease
     */
    LeaseCoordinator(EntryLookup lookup, EntryStore store, Duration timeout, Clock ages) {
        this.lookup = lookup;
        this.store = store;
        this.timeout = timeout;
        this.ages = ages;
    }

    /** The stored responses that make a run of the handler unnecessary. */
    enum Awaited {
        /** Every fresh response. */
        FRESH,
        /** Those that another node has refreshed: fresh, and not near the end of their lifetime. */
        REFRESHED;

        boolean includes(Reuse.Serve serve) {
            return this == FRESH || !serve.refresh();
        }
    }

    /**
     * A request for a lease.
     *
     * @param call the request
     * @param before the result of its lookup
     * @param awaited the stored responses that make the lease unnecessary
     * @param giveUpAt the time after which it runs the handler without a lease, by {@link System#nanoTime}
     */
    private record Attempt(CacheCall call, SelectedEntry before, Awaited awaited, long giveUpAt) {}

    /** {@return the decision, once this node has the lease, finds the response or reaches the timeout} */
    CompletionStage<Decision> acquire(CacheCall call, SelectedEntry selected, Awaited awaited) {
        return acquire(new Attempt(call, selected, awaited, System.nanoTime() + timeout.toNanos()), call);
    }

    private CompletionStage<Decision> acquire(Attempt attempt, StoreRequest request) {
        SelectedEntry before = attempt.before;
        return Stages.compose(store.lease(before.key(), request, before.snapshot()), lease -> {
            if (lease.isPresent()) {
                return lease.get() == Lease.NOT_NEEDED
                        ? runHandler(Lease.NOT_NEEDED)
                        : lookUpAgain(attempt, request, lease.get());
            }
            return System.nanoTime() - attempt.giveUpAt > 0
                    ? runHandler(Lease.NOT_NEEDED)
                    : CompletableFuture.runAsync(() -> {}, AFTER_POLL_INTERVAL).thenCompose(later -> poll(attempt));
        });
    }

    /** Since this request looked up, another one may have stored its response and released the lease. */
    private CompletionStage<Decision> lookUpAgain(Attempt attempt, StoreRequest request, Lease lease) {
        return Stages.compose(lookup.lookup(attempt.call, request), now -> {
            Decision.UseStored awaited = awaitedResponse(attempt, now);
            if (awaited == null) {
                return runHandler(lease);
            }
            lease.releaseAfter(CompletableFuture.completedFuture(null));
            return CompletableFuture.completedFuture(awaited);
        });
    }

    /**
     * Polls within the time that the request had left when it began to wait for the other node. It waits for a leader then
     * and not for the store, so polls that the store answers do not use that time up.
     */
    private CompletionStage<Decision> poll(Attempt attempt) {
        CacheCall call = attempt.call;
        StoreRequest poll = StoreRequest.of(call.tags(), call.deadline().copy(), call.near());
        return Stages.compose(lookup.lookup(call, poll), now -> {
            Decision.UseStored awaited = awaitedResponse(attempt, now);
            if (awaited != null) {
                return CompletableFuture.completedFuture(awaited);
            }
            return now.snapshot().unchangedSince(attempt.before.snapshot(), call.tags())
                    ? acquire(attempt, poll)
                    : runHandler(Lease.NOT_NEEDED);
        });
    }

    private Decision.@Nullable UseStored awaitedResponse(Attempt attempt, SelectedEntry now) {
        StoredResponse response = now.response();
        CacheCall call = attempt.call;
        return response != null
                        && ReuseDecider.decide(ages.millis(), call.request(), response, call.policy())
                                instanceof Reuse.Serve serve
                        && attempt.awaited.includes(serve)
                ? new Decision.UseStored(now, response, serve.age())
                : null;
    }

    private static CompletionStage<Decision> runHandler(Lease lease) {
        return CompletableFuture.completedFuture(new Decision.RunHandler(lease));
    }
}
