package io.httpcached.engine.remote;

import io.httpcached.store.CacheStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The generations of tags in a backend. A generation is a random number that is made when there is none, and an eviction
 * removes it: whatever was stamped with the old number is invalid from then on, for good, because no number comes twice.
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

    GenerationStore(CacheStore store, RemoteKeys keys, Duration ttl, RandomGenerator random) {
        this.store = store;
        this.keys = keys;
        this.ttl = ttl;
        this.firstTtl = store.capabilities().extendsLife() ? shorter(ttl, UNUSED_TTL) : ttl;
        this.random = random;
    }

    /** {@return those of the tags' generations that the backend had, as it gave them} */
    static Map<String, Long> read(List<String> tags, List<byte @Nullable []> values) {
        Map<String, Long> known = new HashMap<>(tags.size() * 2);
        for (int i = 0; i < values.size(); i++) {
            byte[] value = values.get(i);
            if (value != null && value.length == Long.BYTES) {
                known.put(tags.get(i), ByteBuffer.wrap(value).getLong());
            }
        }
        return known;
    }

    /**
     * Makes the generations that are missing. It has to be done before the handler runs: were it done after, an eviction
     * in between would leave no trace.
     *
     * @param tags the tags
     * @param known the generations that there are
     * @return all generations; some are missing if the backend loses them faster than they are made
     */
    CompletionStage<Generations> complete(List<String> tags, Map<String, Long> known) {
        List<String> missing = new ArrayList<>(tags);
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(new Generations(known));
        }
        Map<String, CompletableFuture<@Nullable Long>> made = new HashMap<>();
        missing.forEach(tag -> made.put(tag, make(tag).toCompletableFuture()));
        return CompletableFuture.allOf(made.values().toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    Map<String, Long> all = new HashMap<>(known);
                    made.forEach((tag, generation) -> {
                        if (generation.join() != null) {
                            all.put(tag, generation.join());
                        }
                    });
                    missing.removeAll(all.keySet());
                    return missing.isEmpty()
                            ? CompletableFuture.completedFuture(new Generations(all))
                            : readOthers(missing, all);
                });
    }

    /** Lets the generations of an entry's tags live as long as generations do. */
    CompletionStage<Void> keep(List<String> tags) {
        return tags.isEmpty() ? CompletableFuture.completedFuture(null) : store.touch(keys.generations(tags), ttl);
    }

    /** {@return the generation that was made, or null if another node was faster} */
    private CompletionStage<@Nullable Long> make(String tag) {
        long generation = random.nextLong();
        byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(generation).array();
        return store.putIfAbsent(keys.generation(tag), value, firstTtl).thenApply(put -> put ? generation : null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private CompletionStage<Generations> readOthers(List<String> tags, Map<String, Long> known) {
        return store.get(keys.generations(tags)).thenApply(values -> {
            Map<String, Long> all = new HashMap<>(known);
            all.putAll(read(tags, values));
            return new Generations(all);
        });
    }
}
