package io.httpcached.engine;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the invalidations of this node: one for each tag. Thread-safe. */
public final class InvalidationCounters {

    /** The cause of an invalidation. */
    public enum Origin {
        /** A successful request that changes data, or a response that names tags. */
        REQUEST,
        /** The application or the management endpoint. */
        API
    }

    /** The kind of entries that an invalidation names. */
    public enum Kind {
        /** The entries with a tag of the application. */
        TAG("tag"),
        /** The entries of a path. */
        PATH("path"),
        /** The entries of a route. */
        ROUTE("route"),
        /** The entries of a namespace. */
        NAMESPACE("namespace"),
        /** All entries. */
        ALL("all");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix + ':';
        }

        private static Kind of(String tag) {
            for (Kind kind : values()) {
                if (tag.startsWith(kind.prefix)) {
                    return kind;
                }
            }
            return TAG;
        }
    }

    private record Counted(Kind kind, Origin origin, InvalidationMode mode) {}

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();

    InvalidationCounters() {}

    void count(Collection<String> tags, Origin origin, InvalidationMode mode) {
        for (String tag : tags) {
            counts.computeIfAbsent(new Counted(Kind.of(tag), origin, mode), first -> new LongAdder())
                    .increment();
        }
    }

    /**
     * Returns the number of invalidations since startup.
     *
     * @param kind the kind of entries that they named
     * @param origin their cause
     * @param mode their effect
     * @return the number
     */
    public long sum(Kind kind, Origin origin, InvalidationMode mode) {
        LongAdder count = counts.get(new Counted(kind, origin, mode));
        return count == null ? 0 : count.sum();
    }
}
