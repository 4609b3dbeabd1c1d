package io.httpcached.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates and updates stored responses (RFC 9111 §3.2, §4.3). */
public final class Freshening {

    /**
     * Fields that describe the stored body, which a 304 does not replace: §3.2 excludes {@code Content-Length}, and allows a
     * cache to exclude fields that the integrity of the stored response depends on.
     */
    private static final List<String> BODY_FIELDS = List.of("Content-Length", "Content-Encoding", "Content-Range");

    private Freshening() {}

    /**
     * An updated stored response.
     *
     * @param response the response to the current request
     * @param withheld the fields that only the client of this request may receive
     * @param keep true if the response may be stored; otherwise the old one must be removed
     */
    public record Freshened(StoredResponse response, Fields withheld, boolean keep) {}

    /**
     * {@return the conditional fields that validate a stored response (§4.3.1); empty if it has no validator} A tag that
     * this cache computed is not sent: the handler does not know it, and would then have to ignore the date (RFC 9110
     * §13.1.3). The same tag may come from a handler that forwards to another server with this cache. That server says
     * {@code no-cache}, and the tag is what it expects.
     *
     * @param stored the stored response
     */
    public static Fields validators(StoredResponse stored) {
        Fields.Builder fields = Fields.builder();
        EntityTag tag = stored.entityTag();
        Instant lastModified = stored.lastModified();
        boolean expected = stored.lifetime().alwaysRevalidate() && lastModified == null;
        if (tag != null && (expected || !tag.isOfBody(stored.body()))) {
            fields.add("If-None-Match", tag.toString());
        }
        if (lastModified != null) {
            fields.add("If-Modified-Since", HttpDate.format(lastModified.toEpochMilli()));
        }
        return fields.build();
    }

    /**
     * {@return whether a 304 refers to the stored response whose validators were sent (§4.3.4)} The tag decides, otherwise the
     * date. A 304 without a validator can refer to no other response.
     *
     * @param notModified the fields of the 304
     * @param stored the stored response
     */
    public static boolean selects(Fields notModified, StoredResponse stored) {
        EntityTag tag = EntityTag.parse(notModified.first("ETag"));
        EntityTag storedTag = stored.entityTag();
        if (tag != null) {
            return storedTag != null && (tag.weak() ? tag.weakEquals(storedTag) : tag.strongEquals(storedTag));
        }
        Instant modified = HttpDate.parse(notModified.first("Last-Modified"), stored.responseTimeMillis());
        return modified == null || modified.equals(stored.lastModified());
    }

    /**
     * {@return the stored response updated by a 304 (§3.2, §4.3.4)}
     *
     * @param request the request that caused the validation
     * @param stored the stored response
     * @param notModified the fields of the 304
     * @param requestTimeMillis the time at which the handler was called
     * @param responseTimeMillis the time at which the response arrived
     * @param policy the policy of the route
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
                StorageRules.decide(request, updated, body.length, requestTimeMillis, responseTimeMillis, policy);
        boolean keep = verdict instanceof Storability.Store;
        Fields fields =
                verdict instanceof Storability.Store store ? store.fields() : StorableFields.endToEnd(updated.fields());
        Lifetime lifetime = verdict instanceof Storability.Store store
                ? store.lifetime()
                : Lifetime.none(Freshness.initialAge(updated.fields(), requestTimeMillis, responseTimeMillis));
        Fields completed = ResponseFields.complete(
                request, new CacheResponse(stored.status(), fields), null, responseTimeMillis, policy);
        return new Freshened(
                new StoredResponse(stored.status(), completed, body, lifetime, requestTimeMillis, responseTimeMillis),
                verdict instanceof Storability.Store store ? store.withheld() : Fields.EMPTY,
                keep);
    }

    /** §3.2: each field of the new response replaces all lines of that name. */
    private static Fields merge(StoredResponse stored, Fields fresh) {
        Fields added = fresh.without(BODY_FIELDS);
        List<String> replaced = new ArrayList<>();
        // The age counts from the new response. Without a Date, it was created now.
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
     * {@return the stored response updated by a 200 response to HEAD, or null if that shows that the stored response is
     * outdated and must be removed (§4.3.5)}
     *
     * @param request the HEAD request
     * @param stored the stored response
     * @param head the fields of the response to HEAD
     * @param requestTimeMillis the time at which the handler was called
     * @param responseTimeMillis the time at which the response arrived
     * @param policy the policy of the route
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

    /**
     * {@return whether a response to HEAD contains anything that can update a stored response} A response without validator,
     * length and lifetime comes from a handler that leaves these to the cache, and says nothing about the stored response.
     *
     * @param head the fields of the response
     * @param responseTimeMillis the time at which the response arrived
     * @param policy the policy of the route
     */
    public static boolean isInformative(Fields head, long responseTimeMillis, CachePolicy policy) {
        ResponseDirectives directives = policy.directives().read(head);
        return head.has("ETag")
                || head.has("Last-Modified")
                || head.has("Content-Length")
                || Freshness.explicitLifetime(head, directives, responseTimeMillis, policy.sharing()) != Freshness.NONE;
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
