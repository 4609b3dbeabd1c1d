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
final class Landing {

    private static final int NOT_MODIFIED = 304;
    private static final String NOT_READ = "streamed";
    private static final String OUTLIVED = "the stored response outlives the error";

    private static final String TOO_MANY_TAGS = "too many tags";

    private static final CompletionStage<?> NOTHING_WRITTEN = CompletableFuture.completedFuture(null);

    private final EntryWriter entries;
    private final SingleFlight flights;
    private final int maximumTags;
    private final Clock clock;

    Landing(EntryWriter entries, SingleFlight flights, int maximumTags, Clock clock) {
        this.entries = entries;
        this.flights = flights;
        this.maximumTags = maximumTags;
        this.clock = clock;
    }

    CompletionStage<Answer> land(Ticket ticket, Fetched fetched) {
        Located target = ticket.target();
        if (fetched.failure() != null) {
            end(ticket, new Flight.Result.Failed(fetched.failure()));
            return passOn(ticket, fetched, "handler failed");
        }
        if (target == null) {
            return passOn(ticket, fetched, null);
        }
        if (ticket.stale() != null && fetched.status() == NOT_MODIFIED && ticket.isConditional()) {
            return freshen(ticket, target, ticket.stale(), fetched);
        }
        if (!ticket.store() || fetched.body() == null) {
            return freshenByHead(ticket, target, fetched).thenApply(done -> pass(ticket, fetched, fetched.detail()));
        }
        return storeOrPass(ticket, target, fetched, fetched.body());
    }

    /** Ends a flight with what the handler of another request has answered since it began. */
    void share(CacheCall call, Located before, Located found, Flight flight, Answer.FromStore answer) {
        String selected = found.variants().isEmpty()
                ? ""
                : Vary.select(found.variants(), call.request().fields());
        Flight.Result result =
                new Flight.Result.Stored(answer.response(), found.variants(), selected, found.tags(), answer);
        flights.land(before.key(), flight, result, NOTHING_WRITTEN);
    }

    /** {@return why the answer would not be stored whatever its body is, or null} */
    @Nullable
    String objection(Ticket ticket, Fetched head) {
        if (ticket.target() == null || !ticket.store()) {
            return NOT_READ;
        }
        long now = clock.millis();
        if (head.isError() && isOutlived(ticket, now)) {
            return OUTLIVED;
        }
        Storability verdict = judge(ticket, head, Storability.UNKNOWN_LENGTH, now);
        return verdict instanceof Storability.Skip skip ? skip.reason().text() : null;
    }

    private static Storability judge(Ticket ticket, Fetched fetched, long bodyLength, long now) {
        return Storability.decide(
                HeadAsGet.of(ticket.call()),
                fetched.head(),
                bodyLength,
                ticket.requestTimeMillis(),
                now,
                ticket.call().policy());
    }

    private CompletionStage<Answer> storeOrPass(Ticket ticket, Located target, Fetched fetched, byte[] body) {
        CacheRequest request = HeadAsGet.of(ticket.call());
        CachePolicy policy = ticket.call().policy();
        long now = clock.millis();
        if (fetched.isError() && isOutlived(ticket, now)) {
            return passOn(ticket, fetched, OUTLIVED);
        }
        if (fetched.tags().size() > maximumTags) {
            return passOn(ticket, fetched, TOO_MANY_TAGS);
        }
        Storability verdict = judge(ticket, fetched, body.length, now);
        CacheEvents.judged(ticket, verdict);
        if (verdict instanceof Storability.Store storable) {
            Fields complete = ResponseFields.complete(
                    request,
                    new CacheResponse(fetched.status(), storable.fields()),
                    EntityTag.ofBody(body),
                    now,
                    policy);
            StoredResponse response = new StoredResponse(
                    fetched.status(), complete, body, storable.lifetime(), ticket.requestTimeMillis(), now);
            Outcome outcome = ticket.outcome();
            return keep(
                    ticket,
                    target,
                    new Keepsake(response, storable.withheld(), tags(ticket, fetched), Vary.names(fetched.fields())),
                    ticket.stale() == null ? outcome : outcome.withForwardStatus(fetched.status()));
        }
        return passOn(ticket, fetched, ((Storability.Skip) verdict).reason().text());
    }

    private static boolean isOutlived(Ticket ticket, long now) {
        return ticket.stale() != null
                && ReuseDecider.outlivesErrors(
                        now,
                        ticket.call().request(),
                        ticket.stale(),
                        ticket.call().policy());
    }

    /** RFC 9111 §4.3.4: the handler said that the stored response is still good. */
    private CompletionStage<Answer> freshen(Ticket ticket, Located target, StoredResponse stale, Fetched notModified) {
        Outcome outcome = ticket.outcome().withForwardStatus(NOT_MODIFIED);
        if (!Freshening.selects(notModified.fields(), stale)) {
            return lastUse(ticket, target, answer(stale, Fields.EMPTY, outcome.withDetail("304 for another response")));
        }
        Freshening.Freshened freshened = Freshening.update(
                ticket.call().request(),
                stale,
                notModified.fields(),
                ticket.requestTimeMillis(),
                clock.millis(),
                ticket.call().policy());
        List<String> tags = Tags.union(tags(ticket, notModified), target.tags());
        return freshened.keep()
                ? keep(
                        ticket,
                        target,
                        new Keepsake(
                                freshened.response(), freshened.withheld(), tags, Vary.names(notModified.fields())),
                        outcome)
                : lastUse(ticket, target, answer(freshened.response(), Fields.EMPTY, outcome));
    }

    /** The handler has just said that the stored response holds for this request, but it holds for no other. */
    private CompletionStage<Answer> lastUse(Ticket ticket, Located target, Answer answer) {
        end(ticket, new Flight.Result.NotShared(NOT_MODIFIED, false, answer));
        return entries.remove(target).thenApply(gone -> answer);
    }

    /** RFC 9111 §4.3.5: an answer to HEAD freshens the stored answer to GET, or shows that it has changed. */
    private CompletionStage<?> freshenByHead(Ticket ticket, Located target, Fetched fetched) {
        CacheCall call = ticket.call();
        StoredResponse stored = target.response();
        long now = clock.millis();
        if (stored == null
                || !call.request().isHead()
                || fetched.status() != stored.status()
                || !Freshening.isInformative(fetched.fields(), now, call.policy())) {
            return CompletableFuture.completedFuture(null);
        }
        Freshening.Freshened freshened = Freshening.byHead(
                call.request(), stored, fetched.fields(), ticket.requestTimeMillis(), now, call.policy());
        return freshened == null || !freshened.keep()
                ? entries.remove(target)
                : CompletableFuture.completedFuture(entries.overwrite(
                        target,
                        entries.prepare(freshened.response()),
                        Tags.union(tags(ticket, fetched), target.tags())));
    }

    /** {@return the tags of a response: what the request tells of them, and what the handler added} */
    private static List<String> tags(Ticket ticket, Fetched fetched) {
        return Tags.union(ticket.call().tags(), fetched.tags());
    }

    /** What is kept of a response, and what only its own request gets of it. */
    private record Keepsake(StoredResponse plain, Fields withheld, List<String> tags, List<String> vary) {}

    private CompletionStage<Answer> keep(Ticket ticket, Located target, Keepsake kept, Outcome outcome) {
        StoredResponse response = entries.prepare(kept.plain);
        EntryWriter.Place place = EntryWriter.place(ticket.call(), target, kept.plain, kept.vary);
        Written written = entries.write(ticket.call(), target, place, response, kept.tags);
        Answer own = answer(
                response, kept.withheld, outcome.withStored(written.kept()).withTtl(remaining(response)));
        end(
                ticket,
                written.kept()
                        ? new Flight.Result.Stored(response, place.variants(), place.selected(), kept.tags, own)
                        : new Flight.Result.NotShared(response.status(), false, own),
                written.done());
        return CompletableFuture.completedFuture(own);
    }

    private CompletionStage<Answer> passOn(Ticket ticket, Fetched fetched, @Nullable String detail) {
        return CompletableFuture.completedFuture(pass(ticket, fetched, detail));
    }

    private Answer pass(Ticket ticket, Fetched fetched, @Nullable String detail) {
        Outcome forwarded = ticket.outcome().withForwardStatus(fetched.status());
        Outcome outcome = detail == null ? forwarded : forwarded.withDetail(detail);
        Answer own = fetched.body() == null ? null : new Answer.FromRefresh(fetched, outcome);
        end(ticket, new Flight.Result.NotShared(fetched.status(), fetched.isError(), own));
        return new Answer.FromHandler(outcome);
    }

    private void end(Ticket ticket, Flight.Result result) {
        end(ticket, result, NOTHING_WRITTEN);
    }

    private void end(Ticket ticket, Flight.Result result, CompletionStage<?> written) {
        ticket.lease().releaseAfter(written);
        Flight flight = ticket.flight();
        if (flight != null && ticket.target() != null) {
            flights.land(ticket.target().key(), flight, result, written);
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
