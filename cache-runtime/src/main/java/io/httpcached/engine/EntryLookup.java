package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks up the response that a request selects. The key of the route holds either the response, or the names of the
 * request parts whose values lead to it (RFC 9111 §4.1).
 */
final class EntryLookup {

    private final EntryStore store;

    EntryLookup(EntryStore store) {
        this.store = store;
    }

    CompletionStage<SelectedEntry> lookup(CacheCall call) {
        return lookup(call, call);
    }

    /**
     * Looks up the response with tags and a deadline that may differ from those of the call.
     *
     * @param call the request
     * @param request the tags and the deadline
     */
    CompletionStage<SelectedEntry> lookup(CacheCall call, StoreRequest request) {
        return Stages.compose(
                store.lookup(call.key(), request),
                found -> found.entry() instanceof Entry.Variants variants
                        ? lookupVariant(call, request, variants.parts(), found.near())
                        : CompletableFuture.completedFuture(selected(call.key(), found, List.of(), found.near())));
    }

    private CompletionStage<SelectedEntry> lookupVariant(
            CacheCall call, StoreRequest request, List<RequestPart> parts, boolean near) {
        CacheKey key = call.key().variant(Vary.select(parts, call.request()));
        return Stages.map(store.lookup(key, request), found -> selected(key, found, parts, near && found.near()));
    }

    private static SelectedEntry selected(CacheKey key, LookupResult found, List<RequestPart> variants, boolean near) {
        StoredResponse response = found.entry() instanceof Entry.Response entry ? entry.response() : null;
        return new SelectedEntry(key, response, found.tags(), variants, found.snapshot(), found.storeFailure(), near);
    }
}
