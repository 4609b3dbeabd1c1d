package io.httpcached.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds the fields of the cache to a handler response before it is stored and sent. */
public final class ResponseFields {

    private ResponseFields() {}

    /**
     * {@return the completed fields of the response} The cache adds the names that the policy knows to {@code Vary}, a missing
     * {@code Date}, a missing {@code ETag} of a 200 response, and {@code Cache-Control} if only the policy rules the response
     * and it may be used for other requests. Fields that the handler set stay unchanged. Call this method with the
     * fields of the handler response, which are sent, and with those of {@link Storability.Store}, which are stored.
     *
     * @param request the request
     * @param response the handler response, or the part of it that may be stored
     * @param computed the entity tag of the body, or null if it is unknown
     * @param nowMillis the current time
     * @param policy the policy of the route
     */
    public static Fields complete(
            CacheRequest request,
            CacheResponse response,
            @Nullable EntityTag computed,
            long nowMillis,
            CachePolicy policy) {
        Fields fields = withVary(response.fields(), policy.vary());
        if (!fields.has("Date")) {
            fields = fields.plus("Date", HttpDate.format(nowMillis));
        }
        if (computed != null && response.status() == 200 && !fields.has("ETag")) {
            fields = fields.plus("ETag", computed.toString());
        }
        return mayBeKept(request, response, policy)
                ? fields.plus(
                        "Cache-Control",
                        CacheControlWriter.forNew(
                                policy, policy.ttlFor(response.status()), namesGroups(response.fields())))
                : fields;
    }

    /**
     * {@return the {@code Cache-Control} that clients receive with a new response whose handler sets none, or null if the
     * policy has no ttl}
     *
     * @param policy the policy of the route
     */
    public static @Nullable String cacheControl(CachePolicy policy) {
        Duration ttl = policy.ttl();
        return ttl == null ? null : CacheControlWriter.forNew(policy, ttl, false);
    }

    /**
     * A response for one user, or one that depends on data outside the key, must not get a lifetime that lets downstream
     * caches share it.
     */
    private static boolean mayBeKept(CacheRequest request, CacheResponse response, CachePolicy policy) {
        boolean personal = policy.sharing() == Sharing.SHARED && request.isAuthenticated();
        return request.isSafe()
                && request.isKeyed()
                && !personal
                && !response.fields().has("Set-Cookie")
                && CacheControlWriter.applies(response, policy.directives().read(response.fields()), policy);
    }

    /**
     * {@return whether a response names the groups by which it can be invalidated (RFC 9875 §2)}
     *
     * @param response the fields of the response
     */
    public static boolean namesGroups(FieldLines response) {
        return response.has("Cache-Groups");
    }

    /**
     * {@return the fields with the given names in {@code Vary}}
     *
     * @param fields the fields of a response
     * @param names the names that {@code Vary} has to contain; {@code *} takes the place of all others
     */
    public static Fields withVary(Fields fields, List<String> names) {
        if (names.contains("*")) {
            return fields.with("Vary", "*");
        }
        List<String> missing = Vary.missing(fields, names);
        if (missing.isEmpty()) {
            return fields;
        }
        List<String> lines = new ArrayList<>(fields.all("Vary"));
        lines.addAll(missing);
        return fields.with("Vary", String.join(", ", lines));
    }
}
