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

    /** The moment of an eviction that there was not. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The moment of an eviction that is forgotten: long before anything that can be asked for. */
    private static final long LONG_AGO = 0;

    private record Eviction(String name, long position, long atMillis) {}

    private final int maximumNames;
    private final Map<String, Eviction> latest = new ConcurrentHashMap<>();
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
     * @param nowMillis the time now
     */
    public synchronized void evict(Iterable<String> names, long nowMillis) {
        long next = position + 1;
        for (String name : names) {
            Eviction eviction = new Eviction(name, next, nowMillis);
            latest.put(name, eviction);
            oldestFirst.add(eviction);
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
        return evictedSince(since, names) == NEVER;
    }

    /**
     * Tells since when a value is invalid.
     *
     * @param since the position noted before the value was computed
     * @param names the names it carries
     * @return the moment of the first name's last eviction, in milliseconds since the epoch; {@link #NEVER} if the value
     *     is valid
     */
    public long evictedSince(long since, List<String> names) {
        if (since == position) {
            return NEVER;
        }
        long first = NEVER;
        for (int i = 0; i < names.size(); i++) {
            Eviction eviction = latest.get(names.get(i));
            if (eviction != null && eviction.position > since) {
                first = Math.min(first, eviction.atMillis);
            }
        }
        return since >= forgotten ? first : LONG_AGO;
    }

    /** Raises the bar before the name goes, and readers look at the bar last: one of the two is always seen. */
    private void forget(Eviction eviction) {
        forgotten = eviction.position;
        latest.remove(eviction.name, eviction);
    }
}
