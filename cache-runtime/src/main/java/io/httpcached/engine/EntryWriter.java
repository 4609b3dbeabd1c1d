package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Writes responses under the keys where {@link EntryLookup} finds them, with the time for which they are useful. */
final class EntryWriter {

    /** The names of the varying fields must outlive the variants that they lead to. */
    private static final Duration VARIANTS_TTL = Duration.ofDays(1);

    private final EntryStore store;
    private final Duration keepStale;
    private final BodyWork bodies;

    /**
     * A response that was written.
     *
     * @param response the response in the forms in which it is stored and served
     * @param variant the values of the parts that it varies on in the request
     * @param result the result of the write
     */
    record Written(StoredResponse response, String variant, WriteResult result) {}

    EntryWriter(EntryStore store, Duration keepStale, BodyWork bodies) {
        this.store = store;
        this.keepStale = keepStale;
        this.bodies = bodies;
    }

    /**
     * Writes the response to a request, and the names of the parts that it varies on if the store does not know them yet.
     *
     * @param call the request
     * @param target the result of its lookup
     * @param plain the response, uncompressed
     * @param variants the request parts that the route's responses vary on
     * @param tags the tags that invalidate the response
     */
    Written write(
            CacheCall call, SelectedEntry target, StoredResponse plain, List<RequestPart> variants, List<String> tags) {
        StoredResponse response = bodies.withForms(plain, target.response());
        if (variants.isEmpty()) {
            return new Written(response, "", put(call, target, call.key(), response, tags));
        }
        String variant = Vary.select(variants, call.request());
        WriteResult result = put(call, target, call.key().variant(variant), response, tags);
        return new Written(
                response,
                variant,
                variants.equals(target.variants())
                        ? result
                        : putVariants(call, target, variants).and(result));
    }

    /** Writes a response in place of the one that was found. */
    void overwrite(CacheCall call, SelectedEntry target, StoredResponse plain, List<String> tags) {
        var unused = put(call, target, target.key(), bodies.withForms(plain, target.response()), tags);
    }

    CompletionStage<Void> remove(CacheCall call, SelectedEntry target) {
        return store.remove(target.key(), call);
    }

    /**
     * {@return the request parts that the route's responses vary on, sorted} They include those already known, since a later
     * response may vary on more of them (RFC 9111 §4.1), and exclude fields that are part of the key. A field that is in the
     * key only in part still counts if the handler's own {@code Vary} names it, which means the whole field.
     *
     * @param pending the run of the handler, with a target
     * @param response its response
     */
    static List<RequestPart> variants(PendingFetch pending, HandlerResponse response) {
        CachePolicy policy = pending.call().policy();
        List<RequestPart> known =
                pending.target() == null ? List.of() : pending.target().variants();
        TreeSet<RequestPart> parts = new TreeSet<>(known);
        parts.addAll(response.reads().parts());
        for (String name : Vary.names(response.fields())) {
            if (policy.keyedInPart().contains(name) || policy.vary().stream().noneMatch(name::equalsIgnoreCase)) {
                parts.add(RequestPart.field(name));
            }
        }
        return List.copyOf(parts);
    }

    private WriteResult putVariants(CacheCall call, SelectedEntry target, List<RequestPart> variants) {
        return store.put(
                call.key(), new Entry.Variants(variants), List.of(), target.snapshot(), VARIANTS_TTL, call.deadline());
    }

    private WriteResult put(
            CacheCall call, SelectedEntry target, CacheKey key, StoredResponse response, List<String> tags) {
        long keptStaleSeconds = response.hasValidator() ? keepStale.toSeconds() : 0;
        Duration ttl = Duration.ofSeconds(response.lifetime().usefulSeconds(keptStaleSeconds));
        return store.put(key, new Entry.Response(response), tags, target.snapshot(), ttl, call.deadline());
    }
}
