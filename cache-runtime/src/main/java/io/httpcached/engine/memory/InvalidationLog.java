package io.httpcached.engine.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which names were invalidated and when, as positions in one sequence. A value that noted the position before it
 * was computed is valid as long as none of its names was invalidated after it: invalidation costs the same whatever the number
 * of values, and a value computed before an invalidation but stored after it is never valid.
 *
 * <p>The log is bounded. When a name is forgotten, every value older than its invalidation becomes invalid, so that
 * forgetting can cost hits but never revive a value. Thread-safe.
 */
public final class InvalidationLog {

    /** The moment of an invalidation that there was not. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The moment of an invalidation that is forgotten: long before anything that can be asked for. */
    private static final long LONG_AGO = 0;

    private record Invalidation(String name, long position, long atMillis) {}

    private final int maximumNames;
    private final Map<String, Invalidation> latest = new ConcurrentHashMap<>();
    private final Deque<Invalidation> oldestFirst = new ArrayDeque<>();
    private volatile long position;
    private volatile long forgotten;

    /**
     * Creates an empty log.
     *
     * @param maximumNames how many invalidations are remembered
     */
    public InvalidationLog(int maximumNames) {
        this.maximumNames = maximumNames;
    }

    /** {@return the present position, to be noted before a value is computed} */
    public long position() {
        return position;
    }

    /**
     * Invalidates all values that carry one of the names.
     *
     * @param names the names
     * @param nowMillis the time now
     */
    public synchronized void invalidate(Iterable<String> names, long nowMillis) {
        long next = position + 1;
        for (String name : names) {
            Invalidation invalidation = new Invalidation(name, next, nowMillis);
            latest.put(name, invalidation);
            oldestFirst.add(invalidation);
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
     * @return true if none of them was invalidated since
     */
    public boolean unchangedSince(long since, List<String> names) {
        return invalidatedSince(since, names) == NEVER;
    }

    /**
     * Tells since when a value is invalid.
     *
     * @param since the position noted before the value was computed
     * @param names the names it carries
     * @return the moment of the first name's last invalidation, in milliseconds since the epoch; {@link #NEVER} if the value
     *     is valid
     */
    public long invalidatedSince(long since, List<String> names) {
        if (since == position) {
            return NEVER;
        }
        long first = NEVER;
        for (int i = 0; i < names.size(); i++) {
            Invalidation invalidation = latest.get(names.get(i));
            if (invalidation != null && invalidation.position > since) {
                first = Math.min(first, invalidation.atMillis);
            }
        }
        return since >= forgotten ? first : LONG_AGO;
    }

    /** Raises the bar before the name goes, and readers look at the bar last: one of the two is always seen. */
    private void forget(Invalidation invalidation) {
        forgotten = invalidation.position;
        latest.remove(invalidation.name, invalidation);
    }
}
