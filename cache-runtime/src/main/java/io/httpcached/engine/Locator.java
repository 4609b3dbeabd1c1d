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
final class Locator {

    private final EntryStore store;

    Locator(EntryStore store) {
        this.store = store;
    }

    CompletionStage<Located> locate(CacheCall call) {
        return locate(call, 0);
    }

    /** {@return the response for a request that has waited for the store before, in nanoseconds} */
    CompletionStage<Located> locate(CacheCall call, long waited) {
        CacheKey key = call.key();
        return Stages.compose(store.find(key, call, waited), first -> {
            if (first.slot() instanceof Slot.Variants variants) {
                return locateVariant(call, variants.fields(), first.waited());
            }
            return CompletableFuture.completedFuture(located(key, first, List.of()));
        });
    }

    private CompletionStage<Located> locateVariant(CacheCall call, List<String> fields, long waited) {
        CacheKey key = call.key().variant(Vary.select(fields, call.request().fields()));
        return Stages.map(store.find(key, call, waited), second -> located(key, second, fields));
    }

    private static Located located(CacheKey key, Finding finding, List<String> variants) {
        StoredResponse response = finding.slot() instanceof Slot.Entry entry ? entry.response() : null;
        return new Located(
                key, response, finding.tags(), variants, finding.generation(), finding.detail(), finding.waited());
    }
}
