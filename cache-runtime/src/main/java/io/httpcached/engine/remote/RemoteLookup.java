package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Finding;
import io.httpcached.engine.Slot;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.Stamp;
import io.httpcached.store.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Looks a key up: the entry and the generations of the tags known from the request in one round trip, those of tags that
 * only the entry knows in another. Stateless.
 */
final class RemoteLookup {

    private static final String UNAVAILABLE = "backend unavailable";
    private static final String UNCONFIRMED = "eviction unconfirmed";

    private final CacheStore store;
    private final Backend backend;
    private final EntryBytes entries;
    private final RemoteKeys keys;
    private final GenerationStore generations;
    private final UnconfirmedEvictions evictions;

    RemoteLookup(
            CacheStore store,
            Backend backend,
            EntryBytes entries,
            RemoteKeys keys,
            GenerationStore generations,
            UnconfirmedEvictions evictions) {
        this.store = store;
        this.backend = backend;
        this.entries = entries;
        this.keys = keys;
        this.generations = generations;
        this.evictions = evictions;
    }

    /** {@return what the key holds, within the time budget; never fails} */
    CompletionStage<Finding> find(CacheKey key, List<String> tags, long waited) {
        if (evictions.concern(() -> keys.generations(tags))) {
            return CompletableFuture.completedFuture(missing(UNCONFIRMED));
        }
        long since = System.nanoTime() - waited;
        return backend.read(() -> look(key, tags), waited)
                .handle((found, failure) ->
                        (failure == null ? found : missing(UNAVAILABLE)).after(System.nanoTime() - since));
    }

    private CompletionStage<Finding> look(CacheKey key, List<String> tags) {
        List<String> asked = new ArrayList<>(tags);
        asked.add(Generations.ANY);
        return store.get(keys.lookup(key, asked)).thenCompose(values -> {
            Generations known = GenerationStore.read(asked, values.subList(1, values.size()));
            StoredEntry held = entries.decode(key, values.get(0));
            List<String> stamped = held == null ? List.of() : names(held);
            List<String> added =
                    stamped.stream().filter(tag -> !asked.contains(tag)).toList();
            if (evictions.concern(() -> keys.generations(added))) {
                return CompletableFuture.completedFuture(missing(UNCONFIRMED));
            }
            return generations.readMore(added, known).thenCompose(all -> judge(held, tags, added, all));
        });
    }

    /**
     * Where there is nothing, the generations are made that the handler's response is to be stamped with, those included
     * that the last one had. On a hit nobody waits for the one that it may need next time.
     */
    private CompletionStage<Finding> judge(
            @Nullable StoredEntry held, List<String> tags, List<String> added, Generations now) {
        if (held != null && isValid(held, tags, now)) {
            if (!now.unknown(List.of(Generations.ANY)).isEmpty()) {
                backend.prepare(() -> generations.complete(List.of(Generations.ANY), now));
            }
            return CompletableFuture.completedFuture(found(held, now));
        }
        List<String> needed = new ArrayList<>(tags);
        needed.addAll(added);
        needed.add(Generations.ANY);
        return generations.complete(needed, now).thenApply(Finding::nothing).exceptionally(this::refused);
    }

    /** A response that was put before its route had a tag cannot be evicted by it. */
    private boolean isValid(StoredEntry held, List<String> tags, Generations now) {
        return entries.isAlive(held)
                && now.confirm(held.stamps())
                && (held.slot() instanceof Slot.Variants || names(held).containsAll(tags));
    }

    private static Finding found(StoredEntry held, Generations now) {
        long outdated = now.outdatedSince(held.stamps());
        Slot slot = outdated == Generations.NEVER ? held.slot() : held.slot().outdated(outdated);
        return new Finding(slot, names(held), now, null);
    }

    private static List<String> names(StoredEntry held) {
        return held.stamps().stream().map(Stamp::tag).toList();
    }

    /** Where a generation is missing and cannot be made, no entry is valid and none could be stored. */
    private Finding refused(Throwable failure) {
        backend.refused(failure);
        return missing(UNAVAILABLE);
    }

    private static Finding missing(String detail) {
        return new Finding(null, List.of(), Generations.UNKNOWN, detail);
    }
}
