package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Puts responses where {@link EntryLookup} looks for them, and no longer than they are of use. */
final class EntryWriter {

    /** The names of varying fields outlive the variants they lead to. */
    private static final Duration VARIANTS_TTL = Duration.ofDays(1);

    private final EntryStore store;
    private final Duration keepStale;
    private final Compression compression;

    /**
     * Where a response belongs.
     *
     * @param key the key of the route, or of the variant that the request selects
     * @param variants the request fields that the route's responses vary on
     * @param selected their values in the request
     */
    record Place(CacheKey key, List<String> variants, String selected) {}

    EntryWriter(EntryStore store, Duration keepStale, Compression compression) {
        this.store = store;
        this.keepStale = keepStale;
        this.compression = compression;
    }

    /** {@return the response in the forms in which it is kept and served} */
    StoredResponse prepare(StoredResponse plain) {
        return Compressor.offer(plain, compression);
    }

    /**
     * {@return where the response to a request belongs} A later response may vary on more fields than those known
     * (RFC 9111 §4.1); it never leads to fewer.
     *
     * @param named the fields that the handler's own {@code Vary} names; it means all of a field, also where the key holds
     *     a part
     */
    static Place place(CacheCall call, SelectedEntry target, StoredResponse plain, List<String> named) {
        CachePolicy policy = call.policy();
        TreeSet<String> names = new TreeSet<>(Vary.names(plain.fields()));
        policy.vary().forEach(known -> names.remove(known.toLowerCase(Locale.ROOT)));
        named.stream().filter(policy.keyedInPart()::contains).forEach(names::add);
        names.addAll(target.variants());
        if (names.isEmpty()) {
            return new Place(call.key(), List.of(), "");
        }
        List<String> variants = List.copyOf(names);
        String selected = Vary.select(variants, call.request().fields());
        return new Place(call.key().variant(selected), variants, selected);
    }

    /** {@return whether the response was kept} */
    WriteResult write(CacheCall call, SelectedEntry target, Place place, StoredResponse prepared, List<String> tags) {
        WriteResult response = put(target, place.key(), prepared, tags);
        return place.variants().equals(target.variants())
                ? response
                : announceVariants(call, target, place.variants()).and(response);
    }

    /** {@return whether the response was kept} Puts it in place of the one that was found. */
    WriteResult overwrite(SelectedEntry target, StoredResponse prepared, List<String> tags) {
        return put(target, target.key(), prepared, tags);
    }

    CompletionStage<Void> remove(SelectedEntry target) {
        return store.remove(target.key());
    }

    private WriteResult announceVariants(CacheCall call, SelectedEntry target, List<String> variants) {
        return store.put(call.key(), new Entry.Variants(variants), List.of(), target.snapshot(), VARIANTS_TTL);
    }

    private WriteResult put(SelectedEntry target, CacheKey key, StoredResponse response, List<String> tags) {
        long kept = response.hasValidator() ? keepStale.toSeconds() : 0;
        Duration ttl = Duration.ofSeconds(response.lifetime().usefulSeconds(kept));
        return store.put(key, new Entry.Response(response), tags, target.snapshot(), ttl);
    }
}
