package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.InvalidationTime;
import io.httpcached.engine.ResultStore;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.Tags;
import io.micronaut.core.type.Argument;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results of the functions of one cache, as objects. A key without a text, and every key while the cache is switched off, has no
 * result. Thread-safe.
 */
final class FunctionResults {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final CompletionStage<Boolean> NOT_STORED = CompletableFuture.completedFuture(false);

    private final String name;
    private final @Nullable ResultStore store;
    private final ResultCodec codec;
    private final InvalidationTime time;
    private final boolean enabled;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final BegunInvalidations invalidations = new BegunInvalidations();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder stored = new LongAdder();

    /**
     * The result of a lookup.
     *
     * @param key the key, or null if the cache takes no part in the call
     * @param value the stored result, or null
     * @param snapshot the moment of the lookup, or null without one
     * @param <T> the type of the result
     */
    record Lookup<T>(@Nullable CacheKey key, @Nullable T value, @Nullable TagSnapshot snapshot) {}

    /**
     * The number of calls by outcome.
     *
     * @param hits the calls that a stored result answered
     * @param misses the others
     * @param stored the results that were stored
     */
    record Totals(long hits, long misses, long stored) {}

    /**
     * Creates the results of a cache.
     *
     * @param name the name of the cache
     * @param store stores their bytes; null if nothing is invalidated either
     * @param codec converts them
     * @param time decides when results are invalidated
     * @param enabled false if nothing is looked up or stored
     */
    FunctionResults(
            String name, @Nullable ResultStore store, ResultCodec codec, InvalidationTime time, boolean enabled) {
        this.name = name;
        this.store = store;
        this.codec = codec;
        this.time = time;
        this.enabled = enabled;
    }

    /** Looks up the result of a key. Never fails. */
    <T> CompletionStage<Lookup<T>> lookup(Object key, Argument<T> type) {
        CacheKey text = enabled ? key(key) : null;
        if (text == null || store == null) {
            return CompletableFuture.completedFuture(new Lookup<>(null, null, null));
        }
        return store.lookup(text).thenApply(found -> {
            byte[] body = found.body();
            T value = body == null ? null : codec.read(body, type);
            (value == null ? misses : hits).increment();
            return new Lookup<>(text, value, found.snapshot());
        });
    }

    /**
     * Stores the result of a function that has just run, unless it cannot be written or is invalid by now.
     *
     * @param key the key
     * @param value the result
     * @param before the moment before the function ran
     * @return completes when it is stored or not; never fails
     */
    CompletionStage<Boolean> store(CacheKey key, Object value, TagSnapshot before) {
        byte[] body = enabled ? codec.write(value) : null;
        return store == null || body == null ? NOT_STORED : store(store, key, body, before);
    }

    /**
     * Replaces the result of a key. If the new one cannot be stored, the key has none afterwards.
     *
     * <p>In a transaction, its function may have changed data that is not committed, so nothing is stored.
     *
     * @param key the key
     * @param value the result; null invalidates the key
     * @param beginning when its function began
     * @return completes with true if it is stored; fails only if the key is invalidated and the backend did not confirm that
     */
    CompletionStage<Boolean> put(CacheKey key, @Nullable Object value, Beginning beginning) {
        ResultStore target = store;
        if (target == null) {
            return NOT_STORED;
        }
        boolean replaces = beginning.moment() == null;
        byte[] body = value == null || !enabled || (replaces && time.isInTransaction()) ? null : codec.write(value);
        if (body == null) {
            return invalidate(key).thenApply(done -> false);
        }
        if (!beginning.known()) {
            return target.remove(key).thenApply(removed -> false);
        }
        TagSnapshot before = beginning.moment();
        CompletionStage<Boolean> storing =
                before != null ? store(target, key, body, before) : storeAsOfNow(target, key, body);
        return storing.thenCompose(kept -> kept
                ? CompletableFuture.completedFuture(true)
                : target.remove(key).thenApply(removed -> false));
    }

    /** The moment is that of a lookup, which may come after an invalidation that began later than this. */
    private CompletionStage<Boolean> storeAsOfNow(ResultStore target, CacheKey key, byte[] body) {
        long begun = invalidations.count(key);
        return target.lookup(key)
                .thenCompose(found ->
                        invalidations.count(key) == begun ? store(target, key, body, found.snapshot()) : NOT_STORED);
    }

    private CompletionStage<Boolean> store(ResultStore target, CacheKey key, byte[] body, TagSnapshot before) {
        return target.put(key, body, before).thenApply(kept -> {
            if (kept) {
                stored.increment();
            }
            return kept;
        });
    }

    /** Returns whether a run that began at one moment may answer a call that came at a later one. */
    boolean isUnchanged(CacheKey key, TagSnapshot earlier, TagSnapshot later) {
        return store != null && store.isUnchanged(key, earlier, later);
    }

    /** Invalidates the result of a key. Fails if the backend did not confirm it. */
    CompletableFuture<Void> invalidate(CacheKey key) {
        ResultStore target = store;
        return target == null
                ? CompletableFuture.completedFuture(null)
                : time.runNowAndAtEnd(() -> {
                    invalidations.add(key);
                    return target.invalidate(key);
                });
    }

    /** Invalidates all results. Fails if the backend did not confirm it. */
    CompletableFuture<Void> invalidateAll() {
        ResultStore target = store;
        return target == null
                ? CompletableFuture.completedFuture(null)
                : time.runNowAndAtEnd(() -> {
                    invalidations.addAll();
                    return target.invalidate(Tags.cache(name));
                });
    }

    /** Returns the key of arguments, or null if they have no text. */
    @Nullable
    CacheKey key(Object key) {
        try {
            return CacheKey.of("cache:" + name.length() + ':' + name + FunctionKeyText.of(key));
        } catch (IllegalArgumentException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn(
                        "The cache {} does not store results for a key that contains {}: name the parameters that identify the"
                                + " result in the annotation (parameters = …), of which each is a text, a number, an enum, a UUID or a"
                                + " type of java.time, or a collection of these.",
                        name,
                        e.getMessage());
            }
            return null;
        }
    }

    String name() {
        return name;
    }

    Totals totals() {
        return new Totals(hits.sum(), misses.sum(), stored.sum());
    }
}
