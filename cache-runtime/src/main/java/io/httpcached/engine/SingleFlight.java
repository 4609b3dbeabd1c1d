package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * One run of an expensive handler for many callers. Nobody joins a run that began before an eviction they came after,
 * nor one that has been under way for longer than anybody waits. Thread-safe.
 */
final class SingleFlight {

    private final ConcurrentMap<CacheKey, Flight> flights = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration timeout;

    SingleFlight(Clock clock, Duration timeout) {
        this.clock = clock;
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
                return own;
            }
            if (joinable(present, own, tags)) {
                return present;
            }
            if (flights.replace(key, present, own)) {
                return own;
            }
        }
    }

    Flight newFlight(Generation generation) {
        return new Flight(generation, clock.millis());
    }

    /** Ends a flight; those who wait are answered on this thread, after the flight can no longer be joined. */
    void land(CacheKey key, Flight flight, Flight.Result result) {
        flights.remove(key, flight);
        flight.result().complete(result);
    }

    /** Waits for a flight, but no longer than the time-out. */
    CompletionStage<Flight.Result> await(Flight flight) {
        return flight.result()
                .copy()
                .completeOnTimeout(new Flight.Result.TimedOut(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean joinable(Flight present, Flight own, List<String> tags) {
        return own.generation().unchangedSince(present.generation(), tags)
                && own.startedMillis() - present.startedMillis() <= timeout.toMillis();
    }
}
