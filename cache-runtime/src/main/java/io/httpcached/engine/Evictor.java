package io.httpcached.engine;

import io.httpcached.HttpCache;
import io.httpcached.core.FieldLines;
import io.httpcached.core.Invalidation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Evicts entries, on the application's word or because an unsafe request succeeded. */
public final class Evictor implements HttpCache {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Supplier<? extends Collection<EntryStore>> stores;

    /**
     * Creates an evictor.
     *
     * @param stores gives all places where entries live
     */
    public Evictor(Supplier<? extends Collection<EntryStore>> stores) {
        this.stores = stores;
    }

    @Override
    public CompletionStage<Void> invalidateTags(Collection<String> tags) {
        return evict(tags.stream().map(Tags::named).toList());
    }

    @Override
    public CompletionStage<Void> invalidatePath(String path) {
        return evict(List.of(Tags.path(path)));
    }

    /**
     * RFC 9111 §4.4: a non-error answer to an unsafe request evicts what is stored for its target, and for the resources
     * of the same origin that it names.
     *
     * @param method the method of the request
     * @param target its effective URI, absolute where its origin is known
     * @param status the status of its response
     * @param fields the fields of its response
     * @return completes when no request is answered from them any more; fails if a backend did not confirm it
     */
    public CompletionStage<Void> afterRequest(String method, URI target, int status, FieldLines fields) {
        if (!Invalidation.invalidates(method, status)) {
            return NOTHING;
        }
        List<String> tags = new ArrayList<>();
        tags.add(Tags.path(target.getPath()));
        Invalidation.paths(fields, target).forEach(path -> tags.add(Tags.path(path)));
        return evict(tags);
    }

    private CompletionStage<Void> evict(Collection<String> tags) {
        if (tags.isEmpty()) {
            return NOTHING;
        }
        CompletableFuture<?>[] evictions = stores.get().stream()
                .map(store -> store.evict(tags).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(evictions);
    }
}
