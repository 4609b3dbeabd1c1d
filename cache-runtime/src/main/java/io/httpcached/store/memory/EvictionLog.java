package io.httpcached.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which names were evicted and when, as positions in one sequence. A value that noted the position before it
 * was computed is valid as long as none of its names was evicted after it: eviction costs the same whatever the number
 * of values, and a value computed before an eviction but stored after it is never valid.
 *
 * <p>The log is bounded. When a name is forgotten, every value older than its eviction becomes invalid, so that
 * forgetting can cost hits but never revive a value. Thread-safe.
 */
public final class EvictionLog {

    private record Eviction(String name, long position) {}

    private final int maximumNames;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Deque<Eviction> oldestFirst = new ArrayDeque<>();
    private volatile long position;
    private volatile long forgotten;

    /**
     * Creates an empty log.
     *
     * @param maximumNames how many evictions are remembered
     */
    public EvictionLog(int maximumNames) {
        this.maximumNames = maximumNames;
    }

    /** {@return the present position, to be noted before a value is computed} */
    public long position() {
        return position;
    }

    /**
     * Evicts all values that carry one of the names.
     *
     * @param names the names
     */
    public synchronized void evict(Iterable<String> names) {
        long next = position + 1;
        for (String name : names) {
            positions.put(name, next);
            oldestFirst.add(new Eviction(name, next));
        }
        position = next;
        while (oldestFirst.size() > maximumNames) {
            forget(oldestFirst.remove());
        }
    }

    /**
     * Whether a value is still valid.
     *
     * @param since the position noted before the value was computed
     * @param names the names it carries
     * @return true if none of them was evicted since
     */
    public boolean unchangedSince(long since, List<String> names) {
        if (since == position) {
            return true;
        }
        for (int i = 0; i < names.size(); i++) {
            Long evicted = positions.get(names.get(i));
            if (evicted != null && evicted > since) {
                return false;
            }
        }
        return since >= forgotten;
    }

    /** Raises the bar before the name goes, and readers look at the bar last: one of the two is always seen. */
    private void forget(Eviction eviction) {
        forgotten = eviction.position;
        positions.remove(eviction.name, eviction.position);
    }
}
