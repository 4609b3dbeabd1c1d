package io.httpcached.engine.broadcast;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Tags;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tags whose invalidation the channel has not confirmed. If there are too many of them, all entries are invalidated
 * instead. Thread-safe.
 */
final class UnconfirmedTags {

    /** More than an outage leaves behind, and less than 20 MB of heap. */
    private static final int MAXIMUM = 100_000;

    private final Map<InvalidationMode, Set<String>> waiting = new EnumMap<>(InvalidationMode.class);
    private int attempted;

    UnconfirmedTags() {
        for (InvalidationMode mode : InvalidationMode.values()) {
            waiting.put(mode, new LinkedHashSet<>());
        }
    }

    synchronized void add(Collection<String> tags, InvalidationMode mode) {
        Set<String> known = of(mode);
        if (known.size() + tags.size() > MAXIMUM) {
            known.clear();
            known.add(Tags.ALL);
        } else {
            known.addAll(tags);
        }
    }

    /** {@return all tags of a mode, for an attempt to confirm them} They count until the attempt has {@linkplain #ended ended}. */
    synchronized List<String> take(InvalidationMode mode) {
        List<String> taken = List.copyOf(of(mode));
        of(mode).clear();
        attempted += taken.size();
        return taken;
    }

    /** Records the end of an attempt. If it failed, the tags are added before. */
    synchronized void ended(List<String> taken) {
        attempted -= taken.size();
    }

    synchronized int size() {
        return attempted + waiting.values().stream().mapToInt(Set::size).sum();
    }

    private Set<String> of(InvalidationMode mode) {
        return waiting.computeIfAbsent(mode, none -> new LinkedHashSet<>());
    }
}
