package io.httpcached.benchmark.tail;

import java.util.EnumMap;
import java.util.Map;

/** The times of the requests of a round, by kind. Not thread-safe. */
final class RoundResult {

    private final Map<Kind, Latencies> times = new EnumMap<>(Kind.class);
    private final Latencies delays = new Latencies();

    void add(Kind kind, long nanoseconds) {
        times.computeIfAbsent(kind, missing -> new Latencies()).add(nanoseconds);
    }

    /** Adds the delay of the load generator for a request whose connection was free when the request was due. */
    void addDelay(long nanoseconds) {
        delays.add(nanoseconds);
    }

    void addAll(RoundResult other) {
        other.times.forEach((kind, latencies) ->
                times.computeIfAbsent(kind, missing -> new Latencies()).addAll(latencies));
        delays.addAll(other.delays);
    }

    /** Returns the times of a kind, which are empty if there was no such request. */
    Latencies times(Kind kind) {
        return times.getOrDefault(kind, new Latencies());
    }

    /** Returns the delays of the load generator. */
    Latencies delays() {
        return delays;
    }
}
