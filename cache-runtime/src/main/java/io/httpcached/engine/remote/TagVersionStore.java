package io.httpcached.engine.remote;

import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.httpcached.store.CacheStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tag versions in a backend. A version consists of random numbers, and an invalidation removes it: all entries
 * written with the old numbers are invalid from then on, for good, because no number comes twice. A version that the backend
 * loses, or that expires, has the same effect as an invalidation.
 */
final class TagVersionStore {

    /**
     * The time to live of a version that no entry has been written with yet: longer than a handler takes, and short enough
     * that requests without an entry leave nothing behind. Only for backends that can extend it.
     */
    private static final Duration UNUSED_TTL = Duration.ofMinutes(2);

    private final CacheStore store;
    private final RemoteKeys keys;
    private final Duration ttl;
    private final Duration firstTtl;
    private final RandomGenerator random;
    private final RemoteInvalidationLog log;
    private final Clock clock;
    private final ExtendedVersions extended = new ExtendedVersions();

    TagVersionStore(
            CacheStore store,
            RemoteKeys keys,
            Duration ttl,
            RandomGenerator random,
            RemoteInvalidationLog log,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.ttl = ttl;
        this.firstTtl = store.capabilities().extendsLife() ? shorter(ttl, UNUSED_TTL) : ttl;
        this.random = random;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Decodes the values that the backend returned for the versions of tags.
     *
     * @param tags the tags
     * @param values the value of each tag, or null
     * @param position the position in the log of invalidations, read at the same time
     * @return the versions that the backend had
     */
    static TagVersions decode(List<String> tags, List<byte @Nullable []> values, long position) {
        Map<String, TagVersion> known = new HashMap<>(tags.size() * 2);
        for (int i = 0; i < values.size(); i++) {
            TagVersion version = TagVersion.decode(values.get(i));
            if (version != null) {
                known.put(tags.get(i), version);
            }
        }
        return new TagVersions(known, position);
    }

    /** {@return the known versions, and those of more tags as far as the backend has them} */
    CompletionStage<TagVersions> read(List<String> tags, TagVersions known) {
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        return store.get(keys.tagVersions(tags)).thenApply(values -> {
            Map<String, TagVersion> all = new HashMap<>(known.byTag());
            all.putAll(decode(tags, values, known.position()).byTag());
            return new TagVersions(all, known.position());
        });
    }

    /**
     * Creates the versions that are missing. This must happen before the handler runs: otherwise an invalidation in between
     * would leave no trace.
     *
     * @param tags the tags
     * @param known the versions that exist
     * @return all versions; some are missing if the backend loses them faster than they are created
     */
    CompletionStage<TagVersions> createMissing(Collection<String> tags, TagVersions known) {
        List<String> missing = known.missing(tags);
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        Map<String, CompletableFuture<@Nullable TagVersion>> created = new HashMap<>();
        missing.forEach(tag -> created.put(tag, create(tag).toCompletableFuture()));
        return CompletableFuture.allOf(created.values().toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    Map<String, TagVersion> all = new HashMap<>(known.byTag());
                    created.forEach((tag, version) -> {
                        if (version.join() != null) {
                            all.put(tag, version.join());
                        }
                    });
                    TagVersions own = new TagVersions(all, known.position());
                    return read(own.missing(missing), own);
                });
    }

    /**
     * Extends the versions of an entry's tags to their full time to live, except those that outlive the entry anyway.
     *
     * @param entryTags the tags of the entry, with the versions that it is written with
     * @param entryTtl the time to live of the entry, at most that of a version
     */
    CompletionStage<Void> keep(List<EntryTag> entryTags, Duration entryTtl) {
        long now = clock.millis();
        List<EntryTag> due = entryTags.stream()
                .filter(version -> !extended.live(version, now + entryTtl.toMillis()))
                .toList();
        return due.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : store.touch(keys.tagVersions(due.stream().map(EntryTag::tag).toList()), ttl)
                        .thenAccept(done -> due.forEach(version -> extended.extended(version, now + ttl.toMillis())));
    }

    /** Removes versions, after a record of it in the log. */
    CompletionStage<Void> remove(List<String> versionKeys) {
        return log.append(versionKeys).thenCompose(logged -> store.remove(versionKeys));
    }

    /**
     * Marks all entries stale that were written with versions. A version that is gone or has changed by then needs no change:
     * that happened after the invalidation began.
     */
    CompletionStage<Void> markStale(List<String> versionKeys) {
        return log.append(versionKeys)
                .thenCompose(logged -> store.get(versionKeys))
                .thenCompose(values -> {
                    CompletableFuture<?>[] changes = new CompletableFuture<?>[values.size()];
                    for (int i = 0; i < changes.length; i++) {
                        changes[i] =
                                markStale(versionKeys.get(i), values.get(i)).toCompletableFuture();
                    }
                    return CompletableFuture.allOf(changes);
                });
    }

    private CompletionStage<?> markStale(String versionKey, byte @Nullable [] value) {
        TagVersion version = TagVersion.decode(value);
        return value == null || version == null
                ? CompletableFuture.completedFuture(null)
                : store.replace(
                        versionKey,
                        value,
                        version.markStale(random, clock.millis()).encode(),
                        ttl);
    }

    /** {@return the version that was created, or null if another node was faster} */
    private CompletionStage<@Nullable TagVersion> create(String tag) {
        TagVersion version = TagVersion.random(random);
        return store.putIfAbsent(keys.tagVersion(tag), version.encode(), firstTtl)
                .thenApply(put -> put ? version : null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
