package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds the response that a request selects: the route's key holds it, or holds the names of the request fields that lead
 * to it (RFC 9111 §4.1).
 */
final class EntryLookup {

    private final EntryStore store;

    EntryLookup(EntryStore store) {
        this.store = store;
    }

    CompletionStage<SelectedEntry> lookup(CacheCall call) {
        return lookup(call, 0);
    }

    /** {@return the response for a request that has waited for the store before, in nanoseconds} */
    CompletionStage<SelectedEntry> lookup(CacheCall call, long waited) {
        CacheKey key = call.key();
        return Stages.compose(store.lookup(key, call, waited), first -> {
            if (first.entry() instanceof Entry.Variants variants) {
                return lookupVariant(call, variants.fields(), first.waited());
            }
            return CompletableFuture.completedFuture(selected(key, first, List.of()));
        });
    }

    private CompletionStage<SelectedEntry> lookupVariant(CacheCall call, List<String> fields, long waited) {
        CacheKey key = call.key().variant(Vary.select(fields, call.request().fields()));
        return Stages.map(store.lookup(key, call, waited), second -> selected(key, second, fields));
    }

    private static SelectedEntry selected(CacheKey key, LookupResult finding, List<String> variants) {
        StoredResponse response = finding.entry() instanceof Entry.Response entry ? entry.response() : null;
        return new SelectedEntry(
                key, response, finding.tags(), variants, finding.snapshot(), finding.detail(), finding.waited());
    }
}
