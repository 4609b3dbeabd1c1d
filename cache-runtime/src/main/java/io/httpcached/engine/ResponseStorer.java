package io.httpcached.engine;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.CacheResponse;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Freshening;
import io.httpcached.core.Outcome;
import io.httpcached.core.ResponseFields;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.Storability;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What becomes of a handler's answer: it freshens a stored response, is stored, or goes to its own request only. */
final class ResponseStorer {

    private static final int NOT_MODIFIED = 304;
    private static final String NOT_READ = "streamed";
    private static final String OUTLIVED = "the stored response outlives the error";

    private static final String TOO_MANY_TAGS = "too many tags";

    private static final CompletionStage<?> NOTHING_WRITTEN = CompletableFuture.completedFuture(null);

    private final EntryWriter entries;
    private final RequestCollapser collapser;
    private final int maximumTags;
    private final Clock clock;

    ResponseStorer(EntryWriter entries, RequestCollapser collapser, int maximumTags, Clock clock) {
        this.entries = entries;
        this.collapser = collapser;
        this.maximumTags = maximumTags;
        this.clock = clock;
    }

    CompletionStage<Answer> land(PendingFetch pending, HandlerResponse fetched) {
        SelectedEntry target = pending.target();
        if (fetched.failure() != null) {
            end(pending, new SharedFetch.Result.Failed(fetched.failure()));
            return passOn(pending, fetched, "handler failed");
        }
        if (target == null) {
            return passOn(pending, fetched, null);
        }
        if (pending.stale() != null && fetched.status() == NOT_MODIFIED && pending.isConditional()) {
            return freshen(pending, target, pending.stale(), fetched);
        }
        if (!pending.store() || fetched.body() == null) {
            return freshenByHead(pending, target, fetched).thenApply(done -> pass(pending, fetched, fetched.detail()));
        }
        return storeOrPass(pending, target, fetched, fetched.body());
    }

    /** Ends a shared with what the handler of another request has answered since it began. */
    void share(CacheCall call, SelectedEntry before, SelectedEntry found, SharedFetch shared, Answer.FromStore answer) {
        String selected = found.variants().isEmpty()
                ? ""
                : Vary.select(found.variants(), call.request().fields());
        SharedFetch.Result result =
                new SharedFetch.Result.Stored(answer.response(), found.variants(), selected, found.tags(), answer);
        collapser.land(before.key(), shared, result, NOTHING_WRITTEN);
    }

    /** {@return why the answer would not be stored whatever its body is, or null} */
    @Nullable
    String objection(PendingFetch pending, HandlerResponse head) {
        if (pending.target() == null || !pending.store()) {
            return NOT_READ;
        }
        long now = clock.millis();
        if (head.isError() && isOutlived(pending, now)) {
            return OUTLIVED;
        }
        Storability verdict = judge(pending, head, Storability.UNKNOWN_LENGTH, now);
        return verdict instanceof Storability.Skip skip ? skip.reason().text() : null;
    }

    private static Storability judge(PendingFetch pending, HandlerResponse fetched, long bodyLength, long now) {
        return Storability.decide(
                HeadAsGet.of(pending.call()),
                fetched.head(),
                bodyLength,
                pending.requestTimeMillis(),
                now,
                pending.call().policy());
    }

    private CompletionStage<Answer> storeOrPass(
            PendingFetch pending, SelectedEntry target, HandlerResponse fetched, byte[] body) {
        CacheRequest request = HeadAsGet.of(pending.call());
        CachePolicy policy = pending.call().policy();
        long now = clock.millis();
        if (fetched.isError() && isOutlived(pending, now)) {
            return passOn(pending, fetched, OUTLIVED);
        }
        if (fetched.tags().size() > maximumTags) {
            return passOn(pending, fetched, TOO_MANY_TAGS);
        }
        Storability verdict = judge(pending, fetched, body.length, now);
        CacheEvents.judged(pending, verdict);
        if (verdict instanceof Storability.Store storable) {
            Fields complete = ResponseFields.complete(
                    request,
                    new CacheResponse(fetched.status(), storable.fields()),
                    EntityTag.ofBody(body),
                    now,
                    policy);
            StoredResponse response = new StoredResponse(
                    fetched.status(), complete, body, storable.lifetime(), pending.requestTimeMillis(), now);
            Outcome outcome = pending.outcome();
            return keep(
                    pending,
                    target,
                    new Keepsake(response, storable.withheld(), tags(pending, fetched), Vary.names(fetched.fields())),
                    pending.stale() == null ? outcome : outcome.withForwardStatus(fetched.status()));
        }
        return passOn(pending, fetched, ((Storability.Skip) verdict).reason().text());
    }

    private static boolean isOutlived(PendingFetch pending, long now) {
        return pending.stale() != null
                && ReuseDecider.outlivesErrors(
                        now,
                        pending.call().request(),
                        pending.stale(),
                        pending.call().policy());
    }

    /** RFC 9111 §4.3.4: the handler said that the stored response is still good. */
    private CompletionStage<Answer> freshen(
            PendingFetch pending, SelectedEntry target, StoredResponse stale, HandlerResponse notModified) {
        Outcome outcome = pending.outcome().withForwardStatus(NOT_MODIFIED);
        if (!Freshening.selects(notModified.fields(), stale)) {
            return lastUse(
                    pending, target, answer(stale, Fields.EMPTY, outcome.withDetail("304 for another response")));
        }
        Freshening.Freshened freshened = Freshening.update(
                pending.call().request(),
                stale,
                notModified.fields(),
                pending.requestTimeMillis(),
                clock.millis(),
                pending.call().policy());
        List<String> tags = Tags.union(tags(pending, notModified), target.tags());
        return freshened.keep()
                ? keep(
                        pending,
                        target,
                        new Keepsake(
                                freshened.response(), freshened.withheld(), tags, Vary.names(notModified.fields())),
                        outcome)
                : lastUse(pending, target, answer(freshened.response(), Fields.EMPTY, outcome));
    }

    /** The handler has just said that the stored response holds for this request, but it holds for no other. */
    private CompletionStage<Answer> lastUse(PendingFetch pending, SelectedEntry target, Answer answer) {
        end(pending, new SharedFetch.Result.NotShared(NOT_MODIFIED, false, answer));
        return entries.remove(target).thenApply(gone -> answer);
    }

    /** RFC 9111 §4.3.5: an answer to HEAD freshens the stored answer to GET, or shows that it has changed. */
    private CompletionStage<?> freshenByHead(PendingFetch pending, SelectedEntry target, HandlerResponse fetched) {
        CacheCall call = pending.call();
        StoredResponse stored = target.response();
        long now = clock.millis();
        if (stored == null
                || !call.request().isHead()
                || fetched.status() != stored.status()
                || !Freshening.isInformative(fetched.fields(), now, call.policy())) {
            return CompletableFuture.completedFuture(null);
        }
        Freshening.Freshened freshened = Freshening.byHead(
                call.request(), stored, fetched.fields(), pending.requestTimeMillis(), now, call.policy());
        return freshened == null || !freshened.keep()
                ? entries.remove(target)
                : CompletableFuture.completedFuture(entries.overwrite(
                        target,
                        entries.prepare(freshened.response()),
                        Tags.union(tags(pending, fetched), target.tags())));
    }

    /** {@return the tags of a response: what the request tells of them, and what the handler added} */
    private static List<String> tags(PendingFetch pending, HandlerResponse fetched) {
        return Tags.union(pending.call().tags(), fetched.tags());
    }

    /** What is kept of a response, and what only its own request gets of it. */
    private record Keepsake(StoredResponse plain, Fields withheld, List<String> tags, List<String> vary) {}

    private CompletionStage<Answer> keep(PendingFetch pending, SelectedEntry target, Keepsake kept, Outcome outcome) {
        StoredResponse response = entries.prepare(kept.plain);
        EntryWriter.Place place = EntryWriter.place(pending.call(), target, kept.plain, kept.vary);
        WriteResult written = entries.write(pending.call(), target, place, response, kept.tags);
        Answer own = answer(
                response, kept.withheld, outcome.withStored(written.kept()).withTtl(remaining(response)));
        end(
                pending,
                written.kept()
                        ? new SharedFetch.Result.Stored(response, place.variants(), place.selected(), kept.tags, own)
                        : new SharedFetch.Result.NotShared(response.status(), false, own),
                written.done());
        return CompletableFuture.completedFuture(own);
    }

    private CompletionStage<Answer> passOn(PendingFetch pending, HandlerResponse fetched, @Nullable String detail) {
        return CompletableFuture.completedFuture(pass(pending, fetched, detail));
    }

    private Answer pass(PendingFetch pending, HandlerResponse fetched, @Nullable String detail) {
        Outcome forwarded = pending.outcome().withForwardStatus(fetched.status());
        Outcome outcome = detail == null ? forwarded : forwarded.withDetail(detail);
        Answer own = fetched.body() == null ? null : new Answer.FromRefresh(fetched, outcome);
        end(pending, new SharedFetch.Result.NotShared(fetched.status(), fetched.isError(), own));
        return new Answer.FromHandler(outcome);
    }

    private void end(PendingFetch pending, SharedFetch.Result result) {
        end(pending, result, NOTHING_WRITTEN);
    }

    private void end(PendingFetch pending, SharedFetch.Result result, CompletionStage<?> written) {
        pending.lease().releaseAfter(written);
        SharedFetch shared = pending.shared();
        if (shared != null && pending.target() != null) {
            collapser.land(pending.target().key(), shared, result, written);
        }
    }

    private Answer answer(StoredResponse response, Fields withheld, Outcome outcome) {
        long age = response.ageAt(clock.millis());
        return new Answer.FromStore(response, withheld, age, outcome);
    }

    private static long remaining(StoredResponse response) {
        return response.lifetime().freshSeconds() - response.lifetime().initialAgeSeconds();
    }
}
