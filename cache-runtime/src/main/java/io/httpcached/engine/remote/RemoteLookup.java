package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.httpcached.store.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Looks a key up: the entry and the tag versions of the tags known from the request in one round trip, those of tags that
 * only the entry knows in another. Stateless.
 */
final class RemoteLookup {

    private static final String UNAVAILABLE = "backend unavailable";
    private static final String UNCONFIRMED = "invalidation unconfirmed";

    private final CacheStore store;
    private final GuardedStore backend;
    private final EntrySerializer entries;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final UnconfirmedInvalidations invalidations;

    RemoteLookup(
            CacheStore store,
            GuardedStore backend,
            EntrySerializer entries,
            RemoteKeys keys,
            TagVersionStore tagVersions,
            UnconfirmedInvalidations invalidations) {
        this.store = store;
        this.backend = backend;
        this.entries = entries;
        this.keys = keys;
        this.tagVersions = tagVersions;
        this.invalidations = invalidations;
    }

    /** {@return what the key holds, within the time budget; never fails} */
    CompletionStage<LookupResult> lookup(CacheKey key, List<String> tags, long waited) {
        if (invalidations.concern(() -> keys.tagVersions(tags))) {
            return CompletableFuture.completedFuture(missing(UNCONFIRMED));
        }
        long since = System.nanoTime() - waited;
        return backend.read(() -> look(key, tags), waited)
                .handle((found, failure) ->
                        (failure == null ? found : missing(UNAVAILABLE)).after(System.nanoTime() - since));
    }

    private CompletionStage<LookupResult> look(CacheKey key, List<String> tags) {
        List<String> asked = new ArrayList<>(tags);
        asked.add(TagVersions.ANY);
        return store.get(keys.lookup(key, asked)).thenCompose(values -> {
            TagVersions known = TagVersionStore.read(asked, values.subList(1, values.size()));
            StoredEntry held = entries.decode(key, values.get(0));
            List<String> stamped = held == null ? List.of() : names(held);
            List<String> added =
                    stamped.stream().filter(tag -> !asked.contains(tag)).toList();
            if (invalidations.concern(() -> keys.tagVersions(added))) {
                return CompletableFuture.completedFuture(missing(UNCONFIRMED));
            }
            return tagVersions.readMore(added, known).thenCompose(all -> judge(held, tags, added, all));
        });
    }

    /**
     * Where there is nothing, the tag versions are made that the handler's response is to be stamped with, those included
     * that the last one had. On a hit nobody waits for the one that it may need next time.
     */
    private CompletionStage<LookupResult> judge(
            @Nullable StoredEntry held, List<String> tags, List<String> added, TagVersions now) {
        if (held != null && isValid(held, tags, now)) {
            if (!now.unknown(List.of(TagVersions.ANY)).isEmpty()) {
                backend.prepare(() -> tagVersions.complete(List.of(TagVersions.ANY), now));
            }
            return CompletableFuture.completedFuture(found(held, now));
        }
        List<String> needed = new ArrayList<>(tags);
        needed.addAll(added);
        needed.add(TagVersions.ANY);
        return tagVersions
                .complete(needed, now)
                .thenApply(LookupResult::nothing)
                .exceptionally(this::refused);
    }

    /** A response that was put before its route had a tag cannot be invalidated by it. */
    private boolean isValid(StoredEntry held, List<String> tags, TagVersions now) {
        return entries.isAlive(held)
                && now.confirm(held.entryTags())
                && (held.entry() instanceof Entry.Variants || names(held).containsAll(tags));
    }

    private static LookupResult found(StoredEntry held, TagVersions now) {
        long outdated = now.outdatedSince(held.entryTags());
        Entry entry =
                outdated == TagVersions.NEVER ? held.entry() : held.entry().outdated(outdated);
        return new LookupResult(entry, names(held), now, null);
    }

    private static List<String> names(StoredEntry held) {
        return held.entryTags().stream().map(EntryTag::tag).toList();
    }

    /** Where a tag version is missing and cannot be made, no entry is valid and none could be stored. */
    private LookupResult refused(Throwable failure) {
        backend.refused(failure);
        return missing(UNAVAILABLE);
    }

    private static LookupResult missing(String detail) {
        return new LookupResult(null, List.of(), TagVersions.UNKNOWN, detail);
    }
}
