package io.httpcached.engine;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheResponse;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Outcome;
import io.httpcached.core.ResponseFields;
import io.httpcached.core.SharedValues;
import io.httpcached.core.Storability;
import io.httpcached.core.StoredResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Handles a handler response: freshens the stored response, stores the new one, or passes it through. Thread-safe. */
final class ResponseStorer {

    private static final int NOT_MODIFIED = 304;

    private final StorageCheck check;
    private final Freshener freshener;
    private final FetchCompleter fetches;
    private final Clocks clocks;
    private final Jitter jitter;
    private final SharedValues shared = new SharedValues();

    ResponseStorer(StorageCheck check, Freshener freshener, FetchCompleter fetches, Clocks clocks, Jitter jitter) {
        this.check = check;
        this.freshener = freshener;
        this.fetches = fetches;
        this.clocks = clocks;
        this.jitter = jitter;
    }

    /** {@return the reason why a response is not stored whatever its body is, or null if it may be} */
    @Nullable
    String notStoredReason(PendingFetch pending, HandlerResponse head) {
        return check.notStoredReason(pending, head, clocks.timesOf(pending));
    }

    /** {@return the answer to the request of the pending fetch; never fails} */
    CompletionStage<Answer> handle(PendingFetch pending, HandlerResponse response) {
        SelectedEntry target = pending.target();
        StoredResponse stale = pending.stale();
        byte[] body = response.body();
        if (target == null) {
            return CompletableFuture.completedFuture(fetches.passThrough(pending, response, null));
        }
        if (stale != null && response.status() == NOT_MODIFIED && pending.isConditional()) {
            return freshener.freshen(pending, target, stale, response);
        }
        if (!pending.store() || body == null) {
            String reason = pending.store() ? response.noBodyReason() : null;
            if (reason != null) {
                CacheEvents.handled(pending, target.key(), response.status(), new StorageCheck.Decision.Skip(reason));
            }
            return freshener
                    .freshenByHead(pending, target, response)
                    .thenApply(done -> fetches.passThrough(pending, response, reason));
        }
        return storeOrPassThrough(pending, target, response, body);
    }

    private CompletionStage<Answer> storeOrPassThrough(
            PendingFetch pending, SelectedEntry target, HandlerResponse response, byte[] body) {
        Clocks.Times times = clocks.timesOf(pending);
        CachePolicy policy = jitter.drawn(pending.call().policy());
        StorageCheck.Decision decision = check.decide(pending, response, body.length, times, policy);
        CacheEvents.handled(pending, target.key(), response.status(), decision);
        if (decision instanceof StorageCheck.Decision.Skip skip) {
            return CompletableFuture.completedFuture(fetches.passThrough(pending, response, skip.reason()));
        }
        Storability.Store rules = ((StorageCheck.Decision.Store) decision).rules();
        Outcome outcome = pending.outcome();
        return fetches.store(
                pending,
                target,
                newEntry(pending, response, body, rules, times, policy),
                pending.stale() == null ? outcome : outcome.withForwardStatus(response.status()));
    }

    private FetchCompleter.NewEntry newEntry(
            PendingFetch pending,
            HandlerResponse response,
            byte[] body,
            Storability.Store rules,
            Clocks.Times times,
            CachePolicy policy) {
        Fields fields = ResponseFields.withVary(
                ResponseFields.complete(
                        HeadAsGet.of(pending.call()),
                        new CacheResponse(response.status(), rules.fields()),
                        rules.fields().has("ETag") ? null : EntityTag.ofBody(body),
                        times.responseMillis(),
                        policy),
                response.reads().vary());
        return new FetchCompleter.NewEntry(
                new StoredResponse(
                                response.status(),
                                shared.share(fields),
                                body,
                                shared.share(rules.lifetime()),
                                times.requestMillis(),
                                times.responseMillis())
                        .agingFrom(times.agesFromMillis()),
                rules.withheld(),
                EntryWriter.variants(pending, response),
                pending.tags(response));
    }
}
