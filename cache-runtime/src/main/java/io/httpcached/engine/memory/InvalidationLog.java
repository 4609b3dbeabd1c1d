package io.httpcached.engine.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers which tags were invalidated and when, as positions in one sequence. A value that noted the position before it
 * was computed is valid as long as none of its tags was invalidated after that position. An invalidation costs the same
 * whatever the number of values, and a value that is computed before an invalidation and stored after it is never valid.
 *
 * <p>The log is bounded: it remembers a number of tags, each with its last invalidation. When it forgets a tag, the invalidation
 * counts for all tags whose hashes fall into the same bucket, so that forgetting can cost hits but never makes an invalid
 * value valid. Thread-safe.
 */
final class InvalidationLog {

    /** The time of an invalidation that did not happen. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The time of an invalidation that is forgotten: the epoch. */
    private static final long LONG_AGO = 0;

    /** 512 KB, which a log allocates when it forgets its first tag. */
    private static final int BUCKETS = 1 << 16;

    /** Clients choose the length of a path, so the log keeps the beginning and the hash of a longer tag. */
    private static final int MAXIMUM_LENGTH = 200;

    private record Invalidation(long position, long atMillis) {}

    private final int maximumTags;
    private final Map<String, Invalidation> latest = new ConcurrentHashMap<>();
    private final Map<String, Invalidation> oldestFirst = new LinkedHashMap<>();
    private volatile long position;

    /** The last position that is forgotten in each bucket; no array before the first. */
    private volatile AtomicLongArray forgotten = new AtomicLongArray(0);

    /** The last position that is forgotten in any bucket. */
    private volatile long lastForgotten;

    /**
     * Creates an empty log.
     *
     * @param maximumTags the maximum number of tags that are remembered
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
        Invalidation invalidation = new Invalidation(next, nowMillis);
        for (String tag : tags) {
            String name = name(tag);
            latest.put(name, invalidation);
            oldestFirst.remove(name);
            oldestFirst.put(name, invalidation);
        }
        position = next;
        while (oldestFirst.size() > maximumTags) {
            forgetOldest();
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
            Invalidation invalidation = latest.get(name(tags.get(i)));
            if (invalidation != null && invalidation.position > since) {
                first = Math.min(first, invalidation.atMillis);
            }
        }
        return since < lastForgotten && isAnyForgottenSince(since, tags) ? LONG_AGO : first;
    }

    private boolean isAnyForgottenSince(long since, List<String> tags) {
        AtomicLongArray buckets = forgotten;
        for (int i = 0; i < tags.size(); i++) {
            if (buckets.get(bucket(name(tags.get(i)))) > since) {
                return true;
            }
        }
        return false;
    }

    /**
     * Raises the positions of the bucket and of all buckets before it removes the tag, and readers check them last, so that they
     * always see the invalidation in one of the two.
     */
    private void forgetOldest() {
        Map.Entry<String, Invalidation> oldest =
                oldestFirst.entrySet().iterator().next();
        String name = oldest.getKey();
        long last = oldest.getValue().position;
        if (forgotten.length() == 0) {
            forgotten = new AtomicLongArray(BUCKETS);
        }
        // The oldest of all tags is forgotten first, so positions only rise.
        forgotten.set(bucket(name), last);
        lastForgotten = last;
        latest.remove(name);
        oldestFirst.remove(name);
    }

    /** {@return the tag, or a short text in its place} Two long tags with one text are invalidated together. */
    private static String name(String tag) {
        return tag.length() <= MAXIMUM_LENGTH
                ? tag
                : tag.substring(0, MAXIMUM_LENGTH) + '#' + Integer.toHexString(tag.hashCode());
    }

    /** Spreads the hash, because tags that differ only in a number have hashes close to each other. */
    private static int bucket(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash >>> 16;
    }
}
