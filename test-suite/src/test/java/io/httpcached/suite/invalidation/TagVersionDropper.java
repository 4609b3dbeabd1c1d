package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Drops all tag versions and the log of invalidations of a backend without the knowledge of the nodes, as a backend does that needs room. */
final class TagVersionDropper {

    private final CacheStore backend;
    private final Set<String> tagVersions = ConcurrentHashMap.newKeySet();

    TagVersionDropper(CacheStore backend) {
        this.backend = backend;
    }

    /** Returns the backend for nodes, whose tag versions are recorded. */
    CacheStore backendForNodes() {
        return new InterceptingStore(backend) {

            @Override
            <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
                keys.stream().filter(key -> isTagVersion(key) || isLog(key)).forEach(tagVersions::add);
                return operation.get();
            }
        };
    }

    /** Returns whether a key is that of a tag version, which its prefix shows. */
    static boolean isTagVersion(String key) {
        return key.contains(":v:");
    }

    /** Returns whether a key belongs to the log of invalidations, which its prefix shows. */
    static boolean isLog(String key) {
        return key.contains(":i:") || key.endsWith(":i");
    }

    /** Removes every tag version that a node has used. {@return a stage that completes when they are removed} */
    CompletionStage<Void> dropTagVersions() {
        return tagVersions.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : backend.remove(List.copyOf(tagVersions));
    }
}
