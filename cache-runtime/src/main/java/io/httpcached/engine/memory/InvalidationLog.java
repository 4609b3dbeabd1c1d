package io.httpcached.engine.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which tags were invalidated and when, as positions in one sequence. A value that noted the position before it
 * was computed is valid as long as none of its tags was invalidated after that position. An invalidation costs the same
 * whatever the number of values, and a value that is computed before an invalidation and stored after it is never valid.
 *
 * <p>The log is bounded. When it forgets a tag, every value older than the invalidation of that tag becomes invalid, so that
 * forgetting can cost hits but never makes an invalid value valid. Thread-safe.
 */
final class InvalidationLog {

    /** The time of an invalidation that did not happen. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The time of an invalidation that is forgotten: the epoch. */
    private static final long LONG_AGO = 0;

    private record Invalidation(String tag, long position, long atMillis) {}

    private final int maximumTags;
    private final Map<String, Invalidation> latest = new ConcurrentHashMap<>();
    private final Deque<Invalidation> oldestFirst = new ArrayDeque<>();
    private volatile long position;
    private volatile long forgotten;

    /**
     * Creates an empty log.
     *
     * @param maximumTags the maximum number of invalidations that are remembered
     */
    public InvalidationLog(int maximumTags) {
        this.maximumTags = maximumTags;
    }

    /** {@return the present position, to be noted before a value is computed} */
    public long position() {
        return position;
    }

    /**
     * Invalidates all values that carry one of the tags.
     *
     * @param tags the tags
     * @param nowMillis the current time in milliseconds since the epoch
     */
    public synchronized void invalidate(Iterable<String> tags, long nowMillis) {
        long next = position + 1;
        for (String tag : tags) {
            Invalidation invalidation = new Invalidation(tag, next, nowMillis);
            latest.put(tag, invalidation);
            oldestFirst.add(invalidation);
        }
        position = next;
        while (oldestFirst.size() > maximumTags) {
            forget(oldestFirst.remove());
        }
    }

    /**
     * Returns whether a value is still valid.
     *
     * @param since the position noted before the value was computed
     * @param tags the tags of the value
     * @return true if none of the tags was invalidated since then
     */
    public boolean unchangedSince(long since, List<String> tags) {
        return invalidatedSince(since, tags) == NEVER;
    }

    /**
     * Returns the time since when a value is invalid.
     *
     * @param since the position noted before the value was computed
     * @param tags the tags of the value
     * @return the earliest of the last invalidations of its tags, in milliseconds since the epoch; {@link #NEVER} if the
     *     value is valid
     */
    public long invalidatedSince(long since, List<String> tags) {
        if (since == position) {
            return NEVER;
        }
        long first = NEVER;
        for (int i = 0; i < tags.size(); i++) {
            Invalidation invalidation = latest.get(tags.get(i));
            if (invalidation != null && invalidation.position > since) {
                first = Math.min(first, invalidation.atMillis);
            }
        }
        return since >= forgotten ? first : LONG_AGO;
    }

    /** Raises the limit before it drops the tag, and readers check the limit last, so that they always see one of the two. */
    private void forget(Invalidation invalidation) {
        forgotten = invalidation.position;
        latest.remove(invalidation.tag, invalidation);
    }
}
