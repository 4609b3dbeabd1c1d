package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Nodes' view of a backend, and a way to let it lose all tag versions behind their backs, as one does that is short of room. */
final class LosingServer {

    private final CacheStore backend;
    private final Set<String> tagVersions = ConcurrentHashMap.newKeySet();

    LosingServer(CacheStore backend) {
        this.backend = backend;
    }

    /** {@return the backend as nodes see it} */
    CacheStore seenByNodes() {
        return new WatchedStore(backend) {

            @Override
            <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
                keys.stream().filter(LosingServer::isTagVersion).forEach(tagVersions::add);
                return operation.get();
            }
        };
    }

    /** {@return whether a key is that of a snapshot, by its prefix} */
    static boolean isTagVersion(String key) {
        return key.contains(":v:");
    }

    /** {@return completes when it has none of the tag versions any more that a node ever asked for} */
    CompletionStage<Void> lose() {
        return tagVersions.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : backend.remove(List.copyOf(tagVersions));
    }
}
