package io.httpcached.engine.remote;

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
 * The tag versions of tags in a backend. A tag version is made of random numbers when there is none, and an invalidation
 * removes it: whatever was stamped with the old numbers is invalid from then on, for good, because no number comes twice.
 * A tag version that the backend lost, or that outlived its time, has the same effect as an invalidation.
 */
final class TagVersionStore {

    /**
     * How long a tag version lives that no entry was stamped with yet: longer than a handler takes, and short enough that
     * requests which lead to no entry leave nothing behind. Only for backends that can let it live on.
     */
    private static final Duration UNUSED_TTL = Duration.ofMinutes(2);

    private final CacheStore store;
    private final RemoteKeys keys;
    private final Duration ttl;
    private final Duration firstTtl;
    private final RandomGenerator random;
    private final Clock clock;

    TagVersionStore(CacheStore store, RemoteKeys keys, Duration ttl, RandomGenerator random, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.ttl = ttl;
        this.firstTtl = store.capabilities().extendsLife() ? shorter(ttl, UNUSED_TTL) : ttl;
        this.random = random;
        this.clock = clock;
    }

    /** {@return those of the tags' tag versions that the backend had, as it gave them} */
    static TagVersions read(List<String> tags, List<byte @Nullable []> values) {
        Map<String, TagVersion> known = new HashMap<>(tags.size() * 2);
        for (int i = 0; i < values.size(); i++) {
            TagVersion mark = TagVersion.decode(values.get(i));
            if (mark != null) {
                known.put(tags.get(i), mark);
            }
        }
        return new TagVersions(known);
    }

    /** {@return what is known, and the tag versions of more tags as far as the backend has them} */
    CompletionStage<TagVersions> readMore(List<String> tags, TagVersions known) {
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        return store.get(keys.tagVersions(tags)).thenApply(values -> {
            Map<String, TagVersion> all = new HashMap<>(known.byTag());
            all.putAll(read(tags, values).byTag());
            return new TagVersions(all);
        });
    }

    /**
     * Makes the tag versions that are missing. It has to be done before the handler runs: were it done after, an invalidation
     * in between would leave no trace.
     *
     * @param tags the tags
     * @param known the tag versions that there are
     * @return all tag versions; some are missing if the backend loses them faster than they are made
     */
    CompletionStage<TagVersions> complete(Collection<String> tags, TagVersions known) {
        List<String> missing = known.unknown(tags);
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        Map<String, CompletableFuture<@Nullable TagVersion>> made = new HashMap<>();
        missing.forEach(tag -> made.put(tag, make(tag).toCompletableFuture()));
        return CompletableFuture.allOf(made.values().toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    Map<String, TagVersion> all = new HashMap<>(known.byTag());
                    made.forEach((tag, mark) -> {
                        if (mark.join() != null) {
                            all.put(tag, mark.join());
                        }
                    });
                    TagVersions mine = new TagVersions(all);
                    return readMore(mine.unknown(missing), mine);
                });
    }

    /** Lets the tag versions of an entry's tags live as long as tag versions do. */
    CompletionStage<Void> keep(List<String> tags) {
        return tags.isEmpty() ? CompletableFuture.completedFuture(null) : store.touch(keys.tagVersions(tags), ttl);
    }

    /** Removes tag versions, the one that stands for any of them first. */
    CompletionStage<Void> remove(List<String> tagVersions) {
        return store.remove(List.of(keys.tagVersion(TagVersions.ANY))).thenCompose(first -> store.remove(tagVersions));
    }

    /**
     * Makes stale what is stamped with tag versions. One that is gone or another by the time it is to be changed needs no
     * change: that happened after the invalidation began.
     */
    CompletionStage<Void> age(List<String> tagVersions) {
        return store.remove(List.of(keys.tagVersion(TagVersions.ANY)))
                .thenCompose(first -> store.get(tagVersions))
                .thenCompose(values -> {
                    CompletableFuture<?>[] changes = new CompletableFuture<?>[values.size()];
                    for (int i = 0; i < changes.length; i++) {
                        changes[i] = age(tagVersions.get(i), values.get(i)).toCompletableFuture();
                    }
                    return CompletableFuture.allOf(changes);
                });
    }

    private CompletionStage<?> age(String tagVersion, byte @Nullable [] value) {
        TagVersion mark = TagVersion.decode(value);
        return value == null || mark == null
                ? CompletableFuture.completedFuture(null)
                : store.replace(
                        tagVersion, value, mark.aged(random, clock.millis()).encode(), ttl);
    }

    /** {@return the tag version that was made, or null if another node was faster} */
    private CompletionStage<@Nullable TagVersion> make(String tag) {
        TagVersion mark = TagVersion.random(random);
        Duration life = tag.equals(TagVersions.ANY) ? ttl : firstTtl;
        return store.putIfAbsent(keys.tagVersion(tag), mark.encode(), life).thenApply(put -> put ? mark : null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
