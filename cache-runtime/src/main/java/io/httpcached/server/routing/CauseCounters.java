package io.httpcached.server.routing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts by cause. The causes have the bounded set of names of {@link Causes}. Thread-safe. */
public final class CauseCounters {

    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    void increment(String cause) {
        LongAdder count = counts.get(cause);
        (count == null ? begin(cause) : count).increment();
    }

    private LongAdder begin(String cause) {
        LongAdder created = new LongAdder();
        LongAdder present = counts.putIfAbsent(cause, created);
        if (present != null) {
            return present;
        }
        listeners.forEach(listener -> listener.accept(cause));
        return created;
    }

    /**
     * Adds a listener that learns of each cause when it is counted for the first time, and now of those that were counted before.
     * It may learn of a cause twice.
     *
     * @param listener receives the cause
     */
    public void onCause(Consumer<String> listener) {
        listeners.add(listener);
        counts.keySet().forEach(listener);
    }

    /**
     * Returns the count of a cause.
     *
     * @param cause the cause
     * @return the count, or 0
     */
    public long count(String cause) {
        LongAdder count = counts.get(cause);
        return count == null ? 0 : count.sum();
    }

    /** {@return the counts by cause} */
    SortedMap<String, Long> totals() {
        SortedMap<String, Long> totals = new TreeMap<>();
        for (Map.Entry<String, LongAdder> each : counts.entrySet()) {
            totals.put(each.getKey(), each.getValue().sum());
        }
        return totals;
    }
}
