package io.httpcached.core;

import io.httpcached.core.Reuse.Forward;
import io.httpcached.core.Reuse.Reason;
import io.httpcached.core.Reuse.Refuse;
import io.httpcached.core.Reuse.Revalidate;
import io.httpcached.core.Reuse.Serve;
import io.httpcached.core.Reuse.ServeStale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done with a request (RFC 9111 §4): first {@link #beforeLookup}, then {@link #decide} on what was
 * found, or {@link #onAbsent}.
 */
public final class ReuseDecider {

    private static final Reuse METHOD = new Forward(Forwarding.METHOD, false, Reason.METHOD);
    private static final Reuse NOT_FOR_THIS_USER = new Forward(Forwarding.BYPASS, true, Reason.AUTHENTICATED);
    /** Not {@code uri-miss}: a key may hold values of request fields, so the two cannot be told apart (RFC 9211 §2.2). */
    private static final Reuse MISS = new Forward(Forwarding.MISS, true, Reason.ABSENT);

    private static final Reuse VARY_MISS = new Forward(Forwarding.VARY_MISS, true, Reason.NO_VARIANT);

    private static final String FORM = "application/x-www-form-urlencoded";

    private ReuseDecider() {}

    /**
     * {@return null to go and look up, else {@link Reuse.Forward} or {@link Reuse.Refuse}} Decides what can be decided
     * without looking into the store. An authenticated request in a {@link Sharing#SHARED} cache is looked up, because
     * what is found may permit its use.
     *
     * @param request the request
     * @param policy the route's policy
     */
    public static @Nullable Reuse beforeLookup(CacheRequest request, CachePolicy policy) {
        if (!request.isGetOrHead()) {
            return METHOD;
        }
        RequestDirectives asked = directives(request, policy);
        Reason reason = whyPassBy(request, asked, policy);
        return reason == null ? null : unlessOnlyIfCached(asked, new Forward(Forwarding.BYPASS, false, reason));
    }

    private static @Nullable Reason whyPassBy(CacheRequest request, RequestDirectives asked, CachePolicy policy) {
        if (policy.sharing() == Sharing.PRIVATE && !request.hasPrincipal()) {
            return Reason.NO_USER;
        }
        if (asked.noStore()) {
            return Reason.NO_STORE;
        }
        if (!request.isKeyed()) {
            return Reason.NOT_KEYED;
        }
        return hasContent(request.fields()) ? Reason.CONTENT : null;
    }

    /**
     * RFC 9110 §9.3.1: content in a GET has no defined meaning, but a handler may see it and no key holds it. A form may
     * come without a length over HTTP/2.
     */
    private static boolean hasContent(FieldLines fields) {
        String length = fields.first("Content-Length");
        String type = fields.first("Content-Type");
        return (length != null && !length.equals("0"))
                || fields.has("Transfer-Encoding")
                || (type != null && type.regionMatches(true, 0, FORM, 0, FORM.length()));
    }

    /**
     * {@return {@link Reuse.Forward} or {@link Reuse.Refuse}} Decides when nothing was found.
     *
     * @param request the request
     * @param policy the route's policy
     * @param variantKnown whether other variants of the URI are stored
     */
    public static Reuse onAbsent(CacheRequest request, CachePolicy policy, boolean variantKnown) {
        return unlessOnlyIfCached(directives(request, policy), variantKnown ? VARY_MISS : MISS);
    }

    /**
     * {@return the verdict} Decides when a response was found that the request selects.
     *
     * @param nowMillis the time now
     * @param request the request
     * @param stored what was found
     * @param policy the route's policy
     */
    public static Reuse decide(long nowMillis, CacheRequest request, StoredResponse stored, CachePolicy policy) {
        RequestDirectives asked = directives(request, policy);
        Lifetime lifetime = stored.lifetime();
        if (!isForThisUser(request, lifetime, policy.sharing())) {
            return unlessOnlyIfCached(asked, NOT_FOR_THIS_USER);
        }
        long age = stored.ageAt(nowMillis);
        long ttl = lifetime.freshSeconds() - age;
        if (ttl > 0) {
            Reason objection = whyNotFreshEnough(asked, age, ttl);
            return objection == null
                    ? new Serve(age, ttl)
                    : validate(Forwarding.REQUEST, asked, lifetime, age, objection);
        }
        boolean refresh = -ttl < lifetime.staleWhileRevalidateSeconds();
        return mayServeStale(asked, lifetime, age, refresh)
                ? new ServeStale(age, ttl, refresh)
                : validate(Forwarding.STALE, asked, lifetime, age, Reason.STALE);
    }

    /**
     * {@return whether an answer is an error in which {@link Reuse.Revalidate#staleIfError} counts (RFC 5861 §4)}
     *
     * @param status the handler's status
     */
    public static boolean isError(int status) {
        return status == 500 || status == 502 || status == 503 || status == 504;
    }

    /**
     * {@return whether a stored response outlives an error that its validation met (RFC 9111 §4.3.3)} It is fresh, or a
     * window of staleness is open, so that the error must not take its place.
     *
     * @param nowMillis the time now
     * @param request the request it was validated for
     * @param stored the stored response
     * @param policy the route's policy
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

    /** RFC 9111 §5.2.1.7: who asks for a stored response or none gets no other. */
    private static Reuse unlessOnlyIfCached(RequestDirectives asked, Reuse reuse) {
        return asked.onlyIfCached() ? new Refuse(reuse.reason()) : reuse;
    }

    /** Stricter than RFC 9111 §3.5, which only rules who may fill a shared entry: nor may just anybody use one. */
    private static boolean isForThisUser(CacheRequest request, Lifetime lifetime, Sharing sharing) {
        return sharing != Sharing.SHARED || lifetime.sharingPermitted() || !request.isAuthenticated();
    }

    /** §5.2.1.1, §5.2.1.3, §5.2.1.4. */
    private static @Nullable Reason whyNotFreshEnough(RequestDirectives asked, long age, long ttl) {
        if (asked.noCache()) {
            return Reason.NO_CACHE;
        }
        if (!isYoungEnough(asked, age)) {
            return Reason.MAX_AGE;
        }
        return ttl >= asked.minFresh() ? null : Reason.MIN_FRESH;
    }

    /** An age is cut to whole seconds, so none is known to be as small as 0. */
    private static boolean isYoungEnough(RequestDirectives asked, long age) {
        return asked.maxAge() == RequestDirectives.ABSENT || (asked.maxAge() > 0 && age <= asked.maxAge());
    }

    /** §4.2.4: not where a directive of either side forbids it, else where the client or the response allows it. */
    private static boolean mayServeStale(RequestDirectives asked, Lifetime lifetime, long age, boolean refresh) {
        if (forbidsStale(lifetime) || wantsFresh(asked) || !isYoungEnough(asked, age)) {
            return false;
        }
        long staleness = age - lifetime.freshSeconds();
        // §5.2.1.1: who sends max-age wants nothing stale but what max-stale allows.
        return staleness <= asked.maxStale() || (refresh && asked.maxAge() == RequestDirectives.ABSENT);
    }

    private static boolean forbidsStale(Lifetime lifetime) {
        return lifetime.alwaysRevalidate() || lifetime.mustRevalidate();
    }

    /** §5.2.1.3, §5.2.1.4. */
    private static boolean wantsFresh(RequestDirectives asked) {
        return asked.noCache() || asked.minFresh() != RequestDirectives.ABSENT;
    }

    private static Reuse validate(Forwarding why, RequestDirectives asked, Lifetime lifetime, long age, Reason reason) {
        long ttl = lifetime.freshSeconds() - age;
        Revalidate validation = new Revalidate(why, age, ttl, mayServeOnError(asked, lifetime, -ttl), reason);
        return unlessOnlyIfCached(asked, validation);
    }

    /** RFC 5861 §4: within the longer of the windows that the response (or policy) and the request open. */
    private static boolean mayServeOnError(RequestDirectives asked, Lifetime lifetime, long staleness) {
        long window = Math.max(lifetime.staleIfErrorSeconds(), asked.staleIfError());
        return window > 0 && staleness < window && !forbidsStale(lifetime) && !asked.noCache();
    }
}
