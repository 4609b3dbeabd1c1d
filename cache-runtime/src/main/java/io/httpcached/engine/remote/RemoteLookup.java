package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.httpcached.store.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up entries. Reads the entry and the versions of the tags known from the request in one round trip, and the versions
 * of tags that only the entry names in another. Thread-safe.
 */
final class RemoteLookup {

    private final CacheStore store;
    private final GuardedStore guard;
    private final EntrySerializer entries;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final RemoteInvalidationLog log;
    private final UnconfirmedInvalidations unconfirmed;

    RemoteLookup(
            CacheStore store,
            GuardedStore guard,
            EntrySerializer entries,
            RemoteKeys keys,
            TagVersionStore tagVersions,
            RemoteInvalidationLog log,
            UnconfirmedInvalidations unconfirmed) {
        this.store = store;
        this.guard = guard;
        this.entries = entries;
        this.keys = keys;
        this.tagVersions = tagVersions;
        this.log = log;
        this.unconfirmed = unconfirmed;
    }

    /** {@return a lookup of entries in another form, in the same backend} */
    RemoteLookup of(EntrySerializer other) {
        return new RemoteLookup(store, guard, other, keys, tagVersions, log, unconfirmed);
    }

    /** {@return the entry of the key before the deadline of the request; never fails} */
    CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        return find(key, request, RemoteResult::lookup);
    }

    /** {@return the entry of the key with the time when it expires; never fails} */
    CompletionStage<RemoteResult> find(CacheKey key, StoreRequest request) {
        return find(key, request, Function.identity());
    }

    private <T> CompletionStage<T> find(CacheKey key, StoreRequest request, Function<RemoteResult, T> form) {
        List<String> tags = request.tags();
        if (unconfirmed.containsAny(() -> keys.tagVersions(tags))) {
            return CompletableFuture.completedFuture(
                    form.apply(noAnswer(OutcomeDetail.INVALIDATION_UNCONFIRMED.text())));
        }
        return guard.read(() -> read(key, tags), request.deadline())
                .handle((found, failure) ->
                        form.apply(failure == null ? found : noAnswer(OutcomeDetail.BACKEND_UNAVAILABLE.text())));
    }

    private CompletionStage<RemoteResult> read(CacheKey key, List<String> tags) {
        return store.get(keys.lookup(key, tags)).thenCompose(values -> {
            long position = RemoteInvalidationLog.decodePosition(values.get(1));
            TagVersions known = TagVersionStore.decode(tags, values.subList(2, values.size()), position);
            StoredEntry entry = entries.decode(key, values.get(0));
            List<String> added = entry == null
                    ? List.of()
                    : names(entry).stream().filter(tag -> !tags.contains(tag)).toList();
            if (unconfirmed.containsAny(() -> keys.tagVersions(added))) {
                return CompletableFuture.completedFuture(noAnswer(OutcomeDetail.INVALIDATION_UNCONFIRMED.text()));
            }
            return tagVersions.read(added, known).thenCompose(all -> validate(entry, tags, added, all));
        });
    }

    /**
     * On a miss, creates the tag versions and the position that are missing for the handler's response, including the versions
     * of the tags that the previous response had. On a hit, no request waits for the position that the next miss may need.
     */
    private CompletionStage<RemoteResult> validate(
            @Nullable StoredEntry entry, List<String> tags, List<String> added, TagVersions now) {
        if (entry != null && isValid(entry, tags, now)) {
            if (!now.allowsLateTags()) {
                guard.startUnattended(log::createPosition);
            }
            return CompletableFuture.completedFuture(found(entry, now));
        }
        List<String> needed = new ArrayList<>(tags);
        needed.addAll(added);
        return createMissing(needed, now)
                .thenApply(versions -> RemoteResult.withoutEntry(LookupResult.miss(versions)))
                .exceptionally(this::writeRejected);
    }

    private CompletionStage<TagVersions> createMissing(List<String> tags, TagVersions now) {
        CompletionStage<TagVersions> created = tagVersions.createMissing(tags, now);
        return now.allowsLateTags() ? created : created.thenCombine(log.createPosition(), TagVersions::at);
    }

    /** An entry that was written before its route had a tag cannot be invalidated by that tag, so it is not valid. */
    private boolean isValid(StoredEntry entry, List<String> tags, TagVersions now) {
        return entries.isAlive(entry)
                && now.match(entry.entryTags())
                && (entry.entry() instanceof Entry.Variants || names(entry).containsAll(tags));
    }

    private static RemoteResult found(StoredEntry stored, TagVersions now) {
        long staleSince = now.staleSince(stored.entryTags());
        Entry entry = staleSince == TagVersions.NEVER
                ? stored.entry()
                : stored.entry().markedStale(staleSince);
        return new RemoteResult(new LookupResult(entry, names(stored), now, null), stored.expiresAtMillis());
    }

    private static List<String> names(StoredEntry entry) {
        return entry.entryTags().stream().map(EntryTag::tag).toList();
    }

    /** If a tag version is missing and cannot be created, no entry is valid and none could be stored. */
    private RemoteResult writeRejected(Throwable failure) {
        guard.recordRejectedWrite(failure);
        return noAnswer(OutcomeDetail.BACKEND_UNAVAILABLE.text());
    }

    private static RemoteResult noAnswer(String storeFailure) {
        return RemoteResult.withoutEntry(new LookupResult(null, List.of(), TagVersions.UNKNOWN, storeFailure));
    }
}
