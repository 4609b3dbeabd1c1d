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
 * The generations of tags in a backend. A generation is made of random numbers when there is none, and an eviction
 * removes it: whatever was stamped with the old numbers is invalid from then on, for good, because no number comes twice.
 * A generation that the backend lost, or that outlived its time, has the same effect as an eviction.
 */
final class GenerationStore {

    /**
     * How long a generation lives that no entry was stamped with yet: longer than a handler takes, and short enough that
     * requests which lead to no entry leave nothing behind. Only for backends that can let it live on.
     */
    private static final Duration UNUSED_TTL = Duration.ofMinutes(2);

    private final CacheStore store;
    private final RemoteKeys keys;
    private final Duration ttl;
    private final Duration firstTtl;
    private final RandomGenerator random;
    private final Clock clock;

    GenerationStore(CacheStore store, RemoteKeys keys, Duration ttl, RandomGenerator random, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.ttl = ttl;
        this.firstTtl = store.capabilities().extendsLife() ? shorter(ttl, UNUSED_TTL) : ttl;
        this.random = random;
        this.clock = clock;
    }

    /** {@return those of the tags' generations that the backend had, as it gave them} */
    static Generations read(List<String> tags, List<byte @Nullable []> values) {
        Map<String, Mark> known = new HashMap<>(tags.size() * 2);
        for (int i = 0; i < values.size(); i++) {
            Mark mark = Mark.decode(values.get(i));
            if (mark != null) {
                known.put(tags.get(i), mark);
            }
        }
        return new Generations(known);
    }

    /** {@return what is known, and the generations of more tags as far as the backend has them} */
    CompletionStage<Generations> readMore(List<String> tags, Generations known) {
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        return store.get(keys.generations(tags)).thenApply(values -> {
            Map<String, Mark> all = new HashMap<>(known.byTag());
            all.putAll(read(tags, values).byTag());
            return new Generations(all);
        });
    }

    /**
     * Makes the generations that are missing. It has to be done before the handler runs: were it done after, an eviction
     * in between would leave no trace.
     *
     * @param tags the tags
     * @param known the generations that there are
     * @return all generations; some are missing if the backend loses them faster than they are made
     */
    CompletionStage<Generations> complete(Collection<String> tags, Generations known) {
        List<String> missing = known.unknown(tags);
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        Map<String, CompletableFuture<@Nullable Mark>> made = new HashMap<>();
        missing.forEach(tag -> made.put(tag, make(tag).toCompletableFuture()));
        return CompletableFuture.allOf(made.values().toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    Map<String, Mark> all = new HashMap<>(known.byTag());
                    made.forEach((tag, mark) -> {
                        if (mark.join() != null) {
                            all.put(tag, mark.join());
                        }
                    });
                    Generations mine = new Generations(all);
                    return readMore(mine.unknown(missing), mine);
                });
    }

    /** Lets the generations of an entry's tags live as long as generations do. */
    CompletionStage<Void> keep(List<String> tags) {
        return tags.isEmpty() ? CompletableFuture.completedFuture(null) : store.touch(keys.generations(tags), ttl);
    }

    /** Removes generations, the one that stands for any of them first. */
    CompletionStage<Void> remove(List<String> generations) {
        return store.remove(List.of(keys.generation(Generations.ANY))).thenCompose(first -> store.remove(generations));
    }

    /**
     * Makes stale what is stamped with generations. One that is gone or another by the time it is to be changed needs no
     * change: that happened after the eviction began.
     */
    CompletionStage<Void> age(List<String> generations) {
        return store.remove(List.of(keys.generation(Generations.ANY)))
                .thenCompose(first -> store.get(generations))
                .thenCompose(values -> {
                    CompletableFuture<?>[] changes = new CompletableFuture<?>[values.size()];
                    for (int i = 0; i < changes.length; i++) {
                        changes[i] = age(generations.get(i), values.get(i)).toCompletableFuture();
                    }
                    return CompletableFuture.allOf(changes);
                });
    }

    private CompletionStage<?> age(String generation, byte @Nullable [] value) {
        Mark mark = Mark.decode(value);
        return value == null || mark == null
                ? CompletableFuture.completedFuture(null)
                : store.replace(
                        generation, value, mark.aged(random, clock.millis()).encode(), ttl);
    }

    /** {@return the generation that was made, or null if another node was faster} */
    private CompletionStage<@Nullable Mark> make(String tag) {
        Mark mark = Mark.random(random);
        Duration life = tag.equals(Generations.ANY) ? ttl : firstTtl;
        return store.putIfAbsent(keys.generation(tag), mark.encode(), life).thenApply(put -> put ? mark : null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
