package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.CacheResponse;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Freshening;
import io.httpcached.core.Freshness;
import io.httpcached.core.Outcome;
import io.httpcached.core.ResponseFields;
import io.httpcached.core.Storability;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What becomes of a handler's answer: it freshens a stored response, is stored, or goes to its own request only. */
final class Landing {

    /** The names of varying fields outlive the variants they lead to. */
    private static final Duration VARIANTS_TTL = Duration.ofDays(1);

    private static final int NOT_MODIFIED = 304;

    private final EntryStore store;
    private final SingleFlight flights;
    private final Clock clock;
    private final Duration keepStale;
    private final Compression compression;

    Landing(EntryStore store, SingleFlight flights, Clock clock, Duration keepStale, Compression compression) {
        this.store = store;
        this.flights = flights;
        this.clock = clock;
        this.keepStale = keepStale;
        this.compression = compression;
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
        if (ticket.stale() != null && fetched.status() == NOT_MODIFIED) {
            return freshen(ticket, target, ticket.stale(), fetched);
        }
        if (!ticket.store() || fetched.body() == null) {
            return freshenByHead(ticket, target, fetched).thenApply(done -> pass(ticket, fetched, fetched.detail()));
        }
        return storeOrPass(ticket, target, fetched, fetched.body());
    }

    private CompletionStage<Answer> storeOrPass(Ticket ticket, Located target, Fetched fetched, byte[] body) {
        CacheRequest request = HeadAsGet.of(ticket.call());
        CachePolicy policy = ticket.call().policy();
        long now = clock.millis();
        Storability verdict =
                Storability.decide(request, fetched.head(), body.length, ticket.requestTimeMillis(), now, policy);
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
            Outcome outcome = Outcome.forwarded(ticket.why());
            return keep(
                    ticket,
                    target,
                    response,
                    ticket.stale() == null ? outcome : outcome.withForwardStatus(fetched.status()));
        }
        return passOn(ticket, fetched, ((Storability.Skip) verdict).reason().text());
    }

    /** RFC 9111 §4.3.4: the handler said that the stored response is still good. */
    private CompletionStage<Answer> freshen(Ticket ticket, Located target, StoredResponse stale, Fetched notModified) {
        if (!Freshening.selects(notModified.fields(), stale, true)) {
            return passOn(ticket, notModified, "304 for another response");
        }
        Freshening.Freshened freshened = Freshening.update(
                ticket.call().request(),
                stale,
                notModified.fields(),
                ticket.requestTimeMillis(),
                clock.millis(),
                ticket.call().policy());
        Outcome outcome = Outcome.forwarded(ticket.why()).withForwardStatus(NOT_MODIFIED);
        if (freshened.keep()) {
            return keep(ticket, target, freshened.response(), outcome);
        }
        end(ticket, new Flight.Result.NotShared(NOT_MODIFIED, false));
        return store.remove(target.key()).thenApply(gone -> answer(freshened.response(), outcome));
    }

    /** RFC 9111 §4.3.5: an answer to HEAD freshens the stored answer to GET, or shows that it has changed. */
    private CompletionStage<?> freshenByHead(Ticket ticket, Located target, Fetched fetched) {
        StoredResponse stored = target.response();
        if (stored == null || !ticket.call().request().isHead() || fetched.status() != stored.status()) {
            return CompletableFuture.completedFuture(null);
        }
        Freshening.Freshened freshened = Freshening.byHead(
                ticket.call().request(),
                stored,
                fetched.fields(),
                ticket.requestTimeMillis(),
                clock.millis(),
                ticket.call().policy());
        return freshened == null || !freshened.keep()
                ? store.remove(target.key())
                : put(ticket, target.key(), target, freshened.response());
    }

    private CompletionStage<Answer> keep(Ticket ticket, Located target, StoredResponse plain, Outcome outcome) {
        StoredResponse response = Compressor.offer(plain, compression);
        List<String> variants = variants(ticket, target, plain);
        String selected = variants.isEmpty()
                ? ""
                : Vary.select(variants, ticket.call().request().fields());
        CacheKey key =
                variants.isEmpty() ? ticket.call().key() : ticket.call().key().variant(selected);
        return announceVariants(ticket, target, variants)
                .thenCompose(announced -> put(ticket, key, target, response))
                .thenApply(kept -> {
                    end(
                            ticket,
                            kept
                                    ? new Flight.Result.Stored(response, variants, selected)
                                    : new Flight.Result.NotShared(response.status(), false));
                    return answer(response, outcome.withStored(kept).withTtl(remaining(response)));
                });
    }

    /** RFC 9111 §4.1: a later response may vary on more fields than those known; it never leads to fewer. */
    private static List<String> variants(Ticket ticket, Located target, StoredResponse response) {
        TreeSet<String> names = new TreeSet<>(Vary.names(response.fields()));
        ticket.call().policy().vary().forEach(known -> names.remove(known.toLowerCase(Locale.ROOT)));
        names.addAll(target.variants());
        return List.copyOf(names);
    }

    private CompletionStage<Boolean> announceVariants(Ticket ticket, Located target, List<String> variants) {
        if (variants.equals(target.variants())) {
            return CompletableFuture.completedFuture(true);
        }
        return store.put(
                ticket.call().key(), new Slot.Variants(variants), List.of(), target.generation(), VARIANTS_TTL);
    }

    private CompletionStage<Boolean> put(Ticket ticket, CacheKey key, Located target, StoredResponse response) {
        long kept = response.hasValidator() ? keepStale.toSeconds() : 0;
        Duration ttl = Duration.ofSeconds(response.lifetime().usefulSeconds(kept));
        return store.put(key, new Slot.Entry(response), ticket.call().tags(), target.generation(), ttl);
    }

    private CompletionStage<Answer> passOn(Ticket ticket, Fetched fetched, @Nullable String detail) {
        return CompletableFuture.completedFuture(pass(ticket, fetched, detail));
    }

    private Answer pass(Ticket ticket, Fetched fetched, @Nullable String detail) {
        end(ticket, new Flight.Result.NotShared(fetched.status(), fetched.isError()));
        Outcome outcome = Outcome.forwarded(ticket.why()).withForwardStatus(fetched.status());
        return new Answer.FromHandler(detail == null ? outcome : outcome.withDetail(detail));
    }

    private void end(Ticket ticket, Flight.Result result) {
        Flight flight = ticket.flight();
        if (flight != null && ticket.target() != null) {
            flights.land(ticket.target().key(), flight, result);
        }
    }

    private Answer answer(StoredResponse response, Outcome outcome) {
        long age = Freshness.currentAge(response.lifetime(), response.responseTimeMillis(), clock.millis());
        return new Answer.FromStore(response, age, outcome);
    }

    private static long remaining(StoredResponse response) {
        return response.lifetime().freshSeconds() - response.lifetime().initialAgeSeconds();
    }
}
