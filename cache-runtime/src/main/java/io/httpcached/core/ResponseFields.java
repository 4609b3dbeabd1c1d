package io.httpcached.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the cache adds to a handler's answer before it is stored and sent. */
public final class ResponseFields {

    private ResponseFields() {}

    /**
     * {@return the response's fields completed}: {@code Vary} with the names the policy knows, {@code Date} and, on a 200,
     * {@code ETag} where absent, and {@code Cache-Control} where the policy's ttl is the lifetime and the answer is for
     * more than this one request. What the handler set stays to the letter. To be called with the handler's own fields,
     * which are sent, and with those of {@link Storability.Store}, which are stored.
     *
     * @param request the request
     * @param response the handler's answer, or what of it may be stored
     * @param computed the entity tag of the body, null when it is not known
     * @param nowMillis the time now
     * @param policy the route's policy
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
        Duration ttl = policy.ttlFor(response.status());
        return ttl != null && mayBeKept(request, response, policy)
                ? fields.plus("Cache-Control", PolicyControl.ofNew(policy, ttl))
                : fields;
    }

    /**
     * An answer for one user, or by something that is in no key, must not be given a lifetime that lets caches further on
     * share it.
     */
    private static boolean mayBeKept(CacheRequest request, CacheResponse response, CachePolicy policy) {
        boolean personal = policy.sharing() == Sharing.SHARED && request.isAuthenticated();
        return request.isGetOrHead()
                && request.isKeyed()
                && !personal
                && !response.fields().has("Set-Cookie")
                && PolicyControl.applies(response, policy.directives().read(response.fields()), policy);
    }

    private static Fields withVary(Fields fields, List<String> names) {
        List<String> known = new ArrayList<>(Vary.names(fields));
        List<String> lines = new ArrayList<>(fields.all("Vary"));
        for (String name : names) {
            if (!Vary.isStar(known) && !known.contains(name.toLowerCase(Locale.ROOT))) {
                known.add(name.toLowerCase(Locale.ROOT));
                lines.add(name);
            }
        }
        boolean added = lines.size() > fields.all("Vary").size();
        return added ? fields.with("Vary", String.join(", ", lines)) : fields;
    }
}
