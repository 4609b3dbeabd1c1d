package io.httpcached.core;

import io.httpcached.core.Storability.Reason;
import io.httpcached.core.Storability.Skip;
import io.httpcached.core.Storability.Store;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of RFC 9111 §3 for one response to GET, one method per rule. */
final class StorageRules {

    /** The final statuses that RFC 9110 §15 defines, except those of partial and conditional responses. */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            200, 201, 202, 203, 204, 205, 300, 301, 302, 303, 305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407,
            408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 426, 500, 501, 502, 503, 504, 505);

    private final CacheRequest request;
    private final CacheResponse response;
    private final CachePolicy policy;
    private final ResponseDirectives directives;
    private final long bodyLength;
    private final long responseTimeMillis;
    private final long freshSeconds;
    private final Lifetime lifetime;
    private final Fields storable;
    private final Fields withheld;

    private StorageRules(
            CacheRequest request,
            CacheResponse response,
            long bodyLength,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        this.request = request;
        this.response = response;
        this.policy = policy;
        this.bodyLength = bodyLength;
        this.responseTimeMillis = responseTimeMillis;
        this.directives = policy.directives().read(response.fields());
        this.freshSeconds = Freshness.lifetime(response, directives, responseTimeMillis, policy);
        Lifetime stated =
                Lifetime.of(response, directives, freshSeconds, requestTimeMillis, responseTimeMillis, policy);
        this.lifetime = request.isContentKeyed() ? stated.withoutRefresh() : stated;
        Fields endToEnd = StorableFields.endToEnd(response.fields());
        List<String> names = StorableFields.withheld(directives, policy.sharing());
        this.storable = endToEnd.without(names);
        this.withheld = endToEnd.only(names);
    }

    static Storability decide(
            CacheRequest request,
            CacheResponse response,
            long bodyLength,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        StorageRules rules =
                new StorageRules(request, response, bodyLength, requestTimeMillis, responseTimeMillis, policy);
        Reason objection = rules.objection();
        return objection != null ? new Skip(objection) : new Store(rules.storable, rules.withheld, rules.lifetime);
    }

    private @Nullable Reason objection() {
        Reason reason = objectionToStatus();
        reason = reason != null ? reason : objectionByDirective();
        reason = reason != null ? reason : objectionByRequest();
        reason = reason != null ? reason : objectionToContent();
        return reason != null ? reason : objectionToLifetime();
    }

    private @Nullable Reason objectionToStatus() {
        int status = response.status();
        if (status < 200 || status > 599) {
            return Reason.STATUS_NOT_FINAL;
        }
        if (directives.mustUnderstand() && !UNDERSTOOD.contains(status)) {
            return Reason.STATUS_NOT_UNDERSTOOD;
        }
        return Storability.answersOneRequest(request, status) ? Reason.STATUS_OF_ONE_REQUEST : null;
    }

    private @Nullable Reason objectionByDirective() {
        // §5.2.2.3: a cache that understands the status ignores no-store, which is for caches that do not.
        if (directives.noStore() && !directives.mustUnderstand()) {
            return Reason.NO_STORE;
        }
        if (policy.honorRequestDirectives() && request.directives().noStore()) {
            return Reason.REQUEST_NO_STORE;
        }
        return directives.isPrivate() && policy.sharing().isShared() ? Reason.PRIVATE : null;
    }

    /** §3.5, extended to users that the server authenticates by other means than {@code Authorization}. */
    private @Nullable Reason objectionByRequest() {
        if (!request.isKeyed()) {
            return Reason.NOT_KEYED;
        }
        return switch (policy.sharing()) {
            case PUBLIC -> null;
            case PRIVATE -> objectionToUser();
            case SHARED -> directives.permitSharing() ? null : objectionToAuthentication();
        };
    }

    private @Nullable Reason objectionToUser() {
        if (request.hasUserName()) {
            return null;
        }
        return request.hasPrincipal() ? Reason.NO_USER_NAME : Reason.NO_USER;
    }

    private @Nullable Reason objectionToAuthentication() {
        if (!request.isAuthenticated()) {
            return null;
        }
        return request.hasPrincipal() ? Reason.USER : Reason.AUTHORIZATION;
    }

    private @Nullable Reason objectionToContent() {
        if (storable.has("Set-Cookie")) {
            return Reason.SET_COOKIE;
        }
        if (Vary.isStar(Vary.names(response.fields()))) {
            return Reason.VARY_STAR;
        }
        return isComplete() ? null : Reason.INCOMPLETE;
    }

    /** §3.3. */
    private boolean isComplete() {
        if (bodyLength == Storability.UNKNOWN_LENGTH) {
            return true;
        }
        for (String length : Tokens.members(response.fields().all("Content-Length"))) {
            if (!length.equals(Long.toString(bodyLength))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Reason objectionToLifetime() {
        if (freshSeconds == Freshness.NONE) {
            return policy.ttl() == null ? Reason.NO_LIFETIME : Reason.STATUS_WITHOUT_TTL;
        }
        boolean validatable = EntityTag.parse(storable.first("ETag")) != null
                || HttpDate.parse(storable.first("Last-Modified"), responseTimeMillis) != null;
        return validatable || lifetime.usefulSeconds(0) > 0 ? null : Reason.STALE_AT_ONCE;
    }
}
