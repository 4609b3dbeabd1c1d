package io.httpcached.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates stored responses and brings them up to date (RFC 9111 §3.2, §4.3). */
public final class Freshening {

    /**
     * Fields that say how to read the stored body, which a 304 does not replace: §3.2 excepts {@code Content-Length}, and
     * lets a cache except what the integrity of the stored response needs.
     */
    private static final List<String> OF_THE_STORED_BODY =
            List.of("Content-Length", "Content-Encoding", "Content-Range");

    private Freshening() {}

    /**
     * A stored response brought up to date.
     *
     * @param response the response, which answers the request at hand
     * @param keep whether it may be stored; if not, the old one must be removed as well
     */
    public record Freshened(StoredResponse response, boolean keep) {}

    /**
     * {@return the conditional fields that validate stored responses (§4.3.1); empty if none has a validator}
     *
     * @param stored the response that the request selects, and perhaps other variants behind it, whose tags a 304 may
     *     name as well
     */
    public static Fields validators(List<StoredResponse> stored) {
        List<String> tags = new ArrayList<>(stored.size());
        for (StoredResponse response : stored) {
            EntityTag tag = response.entityTag();
            if (tag != null) {
                tags.add(tag.toString());
            }
        }
        Fields.Builder fields = Fields.builder();
        if (!tags.isEmpty()) {
            fields.add("If-None-Match", String.join(", ", tags));
        }
        Instant lastModified = stored.isEmpty() ? null : stored.get(0).lastModified();
        if (lastModified != null) {
            fields.add("If-Modified-Since", HttpDate.format(lastModified.toEpochMilli()));
        }
        return fields.build();
    }

    /**
     * {@return the conditional fields that validate a stored response (§4.3.1); empty if it has no validator}
     *
     * @param stored the response
     */
    public static Fields validators(StoredResponse stored) {
        return validators(List.of(stored));
    }

    /**
     * {@return whether a 304 speaks of that stored response (§4.3.4)} By a strong tag, else by a weak one or a date. One
     * without any validator can only speak of the response whose validators were sent; where those of several were, it
     * speaks of none.
     *
     * @param notModified the fields of the 304
     * @param stored a candidate whose validators were sent
     * @param onlyCandidate whether there was no other
     */
    public static boolean selects(Fields notModified, StoredResponse stored, boolean onlyCandidate) {
        EntityTag tag = EntityTag.parse(notModified.first("ETag"));
        EntityTag storedTag = stored.entityTag();
        if (tag != null) {
            return storedTag != null && (tag.weak() ? tag.weakEquals(storedTag) : tag.strongEquals(storedTag));
        }
        Instant modified = HttpDate.parse(notModified.first("Last-Modified"), stored.responseTimeMillis());
        return modified != null ? modified.equals(stored.lastModified()) : onlyCandidate;
    }

    /**
     * {@return the stored response updated by a 304 (§3.2, §4.3.4)}
     *
     * @param request the request that was validated for
     * @param stored the response
     * @param notModified the fields of the 304
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    public static Freshened update(
            CacheRequest request,
            StoredResponse stored,
            Fields notModified,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        CacheResponse updated = new CacheResponse(stored.status(), merge(stored, notModified));
        byte[] body = stored.body();
        Storability verdict =
                StorageRules.judge(request, updated, body.length, requestTimeMillis, responseTimeMillis, policy);
        boolean keep = verdict instanceof Storability.Store;
        Fields fields = verdict instanceof Storability.Store store ? store.fields() : updated.fields();
        Lifetime lifetime = verdict instanceof Storability.Store store
                ? store.lifetime()
                : Lifetime.none(Freshness.initialAge(updated.fields(), requestTimeMillis, responseTimeMillis));
        Fields completed = ResponseFields.complete(
                request, new CacheResponse(stored.status(), fields), null, responseTimeMillis, policy);
        return new Freshened(
                new StoredResponse(stored.status(), completed, body, lifetime, requestTimeMillis, responseTimeMillis),
                keep);
    }

    /** §3.2: each field of the new response takes the place of all lines of that name. */
    private static Fields merge(StoredResponse stored, Fields fresh) {
        Fields added = fresh.without(OF_THE_STORED_BODY);
        List<String> replaced = new ArrayList<>();
        // The age counts from the new response, which was made now if it does not say when.
        replaced.add("Date");
        if (stored.lifetime().fromPolicy()) {
            replaced.add("Cache-Control");
        }
        for (int i = 0; i < added.size(); i++) {
            replaced.add(added.name(i));
        }
        return stored.fields().without(replaced).plus(added);
    }

    /**
     * {@return the stored response updated by a 200 to HEAD, or null if it proves to be out of date and is to be removed
     * (§4.3.5)}
     *
     * @param request the HEAD request
     * @param stored the response
     * @param head the fields of the answer to HEAD
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    public static @Nullable Freshened byHead(
            CacheRequest request,
            StoredResponse stored,
            Fields head,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        return isSame(stored, head)
                ? update(request, stored, head, requestTimeMillis, responseTimeMillis, policy)
                : null;
    }

    private static boolean isSame(StoredResponse stored, Fields head) {
        String tag = head.first("ETag");
        String modified = head.first("Last-Modified");
        String length = head.first("Content-Length");
        return stored.status() == 200
                && (tag == null || tag.equals(stored.fields().first("ETag")))
                && (modified == null || modified.equals(stored.fields().first("Last-Modified")))
                && (length == null || length.trim().equals(Integer.toString(stored.body().length)));
    }
}
