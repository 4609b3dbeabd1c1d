package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * One run of an expensive handler for many callers. Nobody joins a run that began before an eviction they came after, and
 * nobody waits for one longer than the time-out; a run that never ends, because its client went away, is forgotten by
 * then. Thread-safe.
 */
final class SingleFlight {

    private static final CompletionStage<?> NOT_AT_ALL = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<CacheKey, Flight> flights = new ConcurrentHashMap<>();
    private final Duration timeout;

    SingleFlight(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Joins the flight of a key or starts one.
     *
     * @param own the flight to start with if there is none to join
     * @return {@code own} if the caller leads, another flight if it follows
     */
    Flight enter(CacheKey key, Flight own, List<String> tags) {
        while (true) {
            Flight present = flights.putIfAbsent(key, own);
            if (present == null) {
                return started(key, own);
            }
            if (own.generation().unchangedSince(present.generation(), tags)) {
                return present;
            }
            if (flights.replace(key, present, own)) {
                return started(key, own);
            }
        }
    }

    /**
     * Ends a flight; those who wait are answered on this thread. Only a flight whose response is stored can be joined
     * after that, until the response can be found: who looked before need not run the handler.
     *
     * @param written completes when the response can be found, or never will be
     */
    void land(CacheKey key, Flight flight, Flight.Result result, CompletionStage<?> written) {
        CompletionStage<?> joinable = result instanceof Flight.Result.Stored ? written : NOT_AT_ALL;
        var unused = joinable.whenComplete((done, failure) -> forget(key, flight));
        flight.result().complete(result);
    }

    /** {@return how a flight ends for one that waits for it} */
    static CompletionStage<Flight.Result> await(Flight flight) {
        return flight.result().copy();
    }

    private Flight started(CacheKey key, Flight flight) {
        var unused = flight.result()
                .completeOnTimeout(new Flight.Result.TimedOut(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(result -> {
                    if (result instanceof Flight.Result.TimedOut) {
                        forget(key, flight);
                    }
                });
        return flight;
    }

    private void forget(CacheKey key, Flight flight) {
        flights.remove(key, flight);
        flight.over().complete(null);
    }
}
