package io.httpcached.core;

import io.httpcached.core.Reuse.Forward;
import io.httpcached.core.Reuse.GatewayTimeout;
import io.httpcached.core.Reuse.Reason;
import io.httpcached.core.Reuse.Revalidate;
import io.httpcached.core.Reuse.Serve;
import io.httpcached.core.Reuse.ServeStale;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a stored response can answer a request (RFC 9111 §4): first {@link #beforeLookup}, then {@link #decide}
 * on the stored response, or {@link #onAbsent} if there is none.
 */
public final class ReuseDecider {

    private static final Reuse METHOD = new Forward(Forwarding.METHOD, false, Reason.METHOD);

    private ReuseDecider() {}

    /**
     * Decides before a lookup. An authenticated request to a {@link Sharing#SHARED} route is looked up, because the stored
     * response may permit its use.
     *
     * @param request the request
     * @param policy the route's policy
     * @return {@link Reuse.Forward} or {@link Reuse.GatewayTimeout}, or null if the decision needs a lookup
     */
    public static @Nullable Reuse beforeLookup(CacheRequest request, CachePolicy policy) {
        if (!request.isCacheable()) {
            return METHOD;
        }
        RequestDirectives asked = directives(request, policy);
        Reason reason = bypassReason(request, asked, policy);
        if (reason == null) {
            return null;
        }
        String detail = reason == Reason.NOT_CACHEABLE ? request.notCacheableReason() : null;
        return unlessOnlyIfCached(asked, new Forward(Forwarding.BYPASS, false, reason, detail));
    }

    private static @Nullable Reason bypassReason(CacheRequest request, RequestDirectives asked, CachePolicy policy) {
        if (policy.sharing() == Sharing.PRIVATE && !request.hasUserName()) {
            return Reason.noUser(request);
        }
        if (asked.noStore()) {
            return Reason.NO_STORE;
        }
        if (request.notCacheableReason() != null) {
            return Reason.NOT_CACHEABLE;
        }
        if (!request.isKeyed()) {
            return Reason.NOT_KEYED;
        }
        return request.hasContent() ? Reason.CONTENT : null;
    }

    /**
     * Decides on a request for which no response is stored. The token is never {@code uri-miss}: a key may hold values of
     * request fields, so a missing URI cannot be distinguished from a missing variant (RFC 9211 §2.2).
     *
     * @param request the request
     * @param policy the route's policy
     * @param variantKnown whether other variants of the URI are stored
     * @return {@link Reuse.Forward} or {@link Reuse.GatewayTimeout}
     */
    public static Reuse onAbsent(CacheRequest request, CachePolicy policy, boolean variantKnown) {
        Reason reason = variantKnown ? Reason.NO_VARIANT : Reason.ABSENT;
        if (needsPermission(request, policy.sharing())) {
            reason = Reason.authenticated(request);
        }
        Forwarding why = variantKnown ? Forwarding.VARY_MISS : Forwarding.MISS;
        return unlessOnlyIfCached(directives(request, policy), new Forward(why, true, reason));
    }

    /**
     * Decides on a request that selects a stored response.
     *
     * @param nowMillis the time now
     * @param request the request
     * @param stored the stored response
     * @param policy the route's policy
     * @return the decision
     */
    public static Reuse decide(long nowMillis, CacheRequest request, StoredResponse stored, CachePolicy policy) {
        RequestDirectives asked = directives(request, policy);
        Lifetime lifetime = stored.lifetime();
        if (!lifetime.sharingPermitted() && needsPermission(request, policy.sharing())) {
            return unlessOnlyIfCached(asked, new Forward(Forwarding.BYPASS, true, Reason.authenticated(request)));
        }
        long age = stored.ageAt(nowMillis);
        long ttl = lifetime.freshSeconds() - age;
        if (ttl > 0) {
            Reason objection = freshnessObjection(asked, age, ttl);
            return objection == null
                    ? new Serve(age, ttl, refreshesAhead(lifetime, ttl, policy))
                    : revalidate(Forwarding.REQUEST, request, policy, lifetime, age, null, objection);
        }
        boolean refresh = -ttl < lifetime.staleWhileRevalidateSeconds();
        return mayServeStale(asked, lifetime, age, refresh)
                ? new ServeStale(age, ttl, refresh)
                : revalidate(
                        Forwarding.STALE,
                        request,
                        policy,
                        lifetime,
                        age,
                        staleAfter(asked, lifetime, age, policy),
                        Reason.STALE);
    }

    /**
     * Returns whether a status is an error for {@code stale-if-error} (RFC 5861 §4).
     *
     * @param status the status of the handler response
     * @return whether a stale response may be served instead
     */
    public static boolean isError(int status) {
        return status == 500 || status == 502 || status == 503 || status == 504;
    }

    /**
     * Returns whether a stored response is kept when its revalidation ends in an error (RFC 9111 §4.3.3): while it is fresh,
     * or within a window in which it may be served stale, the error does not replace it.
     *
     * @param nowMillis the time now
     * @param request the request for which it was revalidated
     * @param stored the stored response
     * @param policy the route's policy
     * @return whether the stored response is kept
     */
    public static boolean outlivesErrors(
            long nowMillis, CacheRequest request, StoredResponse stored, CachePolicy policy) {
        Lifetime lifetime = stored.lifetime();
        long age = stored.ageAt(nowMillis);
        long opened = Math.max(
                lifetime.staleIfErrorSeconds(), directives(request, policy).staleIfError());
        long window = Math.max(opened, lifetime.staleWhileRevalidateSeconds());
        long staleness = age - lifetime.freshSeconds();
        return staleness < 0 || (staleness < window && !forbidsStale(lifetime));
    }

    private static RequestDirectives directives(CacheRequest request, CachePolicy policy) {
        return policy.honorRequestDirectives() ? request.directives() : RequestDirectives.NONE;
    }

    /** RFC 9111 §5.2.1.7. */
    private static Reuse unlessOnlyIfCached(RequestDirectives asked, Reuse reuse) {
        return asked.onlyIfCached() ? new GatewayTimeout(reuse.reason()) : reuse;
    }

    /**
     * Stricter than RFC 9111 §3.5, which restricts the storing of responses to authenticated requests: their use of a stored
     * response needs the same permission.
     */
    private static boolean needsPermission(CacheRequest request, Sharing sharing) {
        return sharing == Sharing.SHARED && request.isAuthenticated();
    }

    /** §5.2.1.1, §5.2.1.3, §5.2.1.4. */
    private static @Nullable Reason freshnessObjection(RequestDirectives asked, long age, long ttl) {
        if (asked.noCache()) {
            return Reason.NO_CACHE;
        }
        if (!isYoungEnough(asked, age)) {
            return Reason.MAX_AGE;
        }
        return ttl >= asked.minFresh() ? null : Reason.MIN_FRESH;
    }

    /** Ages are truncated to whole seconds, so an age of 0 may exceed {@code max-age=0}. */
    private static boolean isYoungEnough(RequestDirectives asked, long age) {
        return asked.maxAge() == RequestDirectives.ABSENT || (asked.maxAge() > 0 && age <= asked.maxAge());
    }

    /** §4.2.4: forbidden if a directive of the response or the request forbids it, else allowed if one of them allows it. */
    private static boolean mayServeStale(RequestDirectives asked, Lifetime lifetime, long age, boolean refresh) {
        if (forbidsStale(lifetime) || wantsFresh(asked) || !isYoungEnough(asked, age)) {
            return false;
        }
        long staleness = age - lifetime.freshSeconds();
        // §5.2.1.1: a client that sends max-age accepts a stale response only with max-stale.
        return staleness <= asked.maxStale() || (refresh && asked.maxAge() == RequestDirectives.ABSENT);
    }

    /** Of a response that was old when it arrived, only the rest of the lifetime counts, so that it is not refreshed at once. */
    private static boolean refreshesAhead(Lifetime lifetime, long ttl, CachePolicy policy) {
        return ttl <= policy.refreshAhead().ofLifetime(lifetime.freshSeconds() - lifetime.initialAgeSeconds());
    }

    private static boolean forbidsStale(Lifetime lifetime) {
        return lifetime.alwaysRevalidate() || lifetime.mustRevalidate();
    }

    /** §5.2.1.3, §5.2.1.4. */
    private static boolean wantsFresh(RequestDirectives asked) {
        return asked.noCache() || asked.minFresh() != RequestDirectives.ABSENT;
    }

    /** A handler that may fail runs in the background, when the content of a request is gone. */
    private static Reuse revalidate(
            Forwarding why,
            CacheRequest request,
            CachePolicy policy,
            Lifetime lifetime,
            long age,
            @Nullable Duration staleAfter,
            Reason reason) {
        RequestDirectives asked = directives(request, policy);
        long ttl = lifetime.freshSeconds() - age;
        boolean staleIfError = !request.isContentKeyed() && mayServeOnError(asked, lifetime, -ttl);
        return unlessOnlyIfCached(asked, new Revalidate(why, age, ttl, staleIfError, staleAfter, reason));
    }

    /**
     * {@return the time that a request waits for the handler before it is answered with the stale response, or null} Only where
     * the response permits stale answers itself: a request that asks for {@code stale-if-error} means errors alone.
     */
    private static @Nullable Duration staleAfter(
            RequestDirectives asked, Lifetime lifetime, long age, CachePolicy policy) {
        boolean covered = age - lifetime.freshSeconds() < lifetime.staleIfErrorSeconds();
        return covered && mayServeStale(asked, lifetime, age, true) ? policy.staleAfter() : null;
    }

    /** RFC 5861 §4: within the longer window of the response (or policy) and the request. */
    private static boolean mayServeOnError(RequestDirectives asked, Lifetime lifetime, long staleness) {
        long window = Math.max(lifetime.staleIfErrorSeconds(), asked.staleIfError());
        return window > 0 && staleness < window && !forbidsStale(lifetime) && !asked.noCache();
    }
}
