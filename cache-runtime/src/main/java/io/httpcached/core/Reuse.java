package io.httpcached.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a request. Ages and times to live are whole seconds; the time to live of a stale response is 0 or
 * negative.
 */
public sealed interface Reuse {

    /** {@return the cause of the decision} */
    Reason reason();

    /** {@return the cause of the decision as text: for {@code Cache-Status}, explanations and the log} */
    default String text() {
        return reason().text();
    }

    /**
     * Serve the stored response, which is fresh.
     *
     * @param age its age
     * @param ttl its remaining freshness lifetime
     * @param refresh whether to refresh it in the background, because its lifetime ends soon
     */
    record Serve(long age, long ttl, boolean refresh) implements Reuse {

        @Override
        public Reason reason() {
            return refresh ? Reason.REFRESH_AHEAD : Reason.FRESH;
        }
    }

    /**
     * Serve the stored response although it is stale (RFC 9111 §4.2.4).
     *
     * @param age its age
     * @param ttl its remaining freshness lifetime, 0 or negative
     * @param refresh whether to refresh it in the background (RFC 5861 §3)
     */
    record ServeStale(long age, long ttl, boolean refresh) implements Reuse {

        @Override
        public Reason reason() {
            return refresh ? Reason.STALE_WHILE_REVALIDATE : Reason.MAX_STALE;
        }
    }

    /**
     * Run the handler with the stored validators, if there are any (RFC 9111 §4.3).
     *
     * @param why the reason as an RFC 9211 token
     * @param age the age of the stored response
     * @param ttl its remaining freshness lifetime
     * @param staleIfError whether to serve the stored response if the handler fails (RFC 5861 §4)
     * @param staleAfter the time after which to serve the stored response although the handler goes on, or null to wait for the
     *     handler
     * @param reason the cause
     */
    record Revalidate(
            Forwarding why, long age, long ttl, boolean staleIfError, @Nullable Duration staleAfter, Reason reason)
            implements Reuse {

        /**
         * Creates a decision to wait for the handler.
         *
         * @param why the reason as an RFC 9211 token
         * @param age the age of the stored response
         * @param ttl its remaining freshness lifetime
         * @param staleIfError whether to serve the stored response if the handler fails (RFC 5861 §4)
         * @param reason the cause
         */
        public Revalidate(Forwarding why, long age, long ttl, boolean staleIfError, Reason reason) {
            this(why, age, ttl, staleIfError, null, reason);
        }
    }

    /**
     * Run the handler without a stored response.
     *
     * @param why the reason as an RFC 9211 token
     * @param store whether the handler response may be stored, if its own rules allow it
     * @param reason the cause
     * @param detail the cause in the words of the application, or null
     */
    record Forward(Forwarding why, boolean store, Reason reason, @Nullable String detail) implements Reuse {

        /**
         * Creates a decision whose cause has the words of the cache.
         *
         * @param why the reason as an RFC 9211 token
         * @param store whether the handler response may be stored, if its own rules allow it
         * @param reason the cause
         */
        public Forward(Forwarding why, boolean store, Reason reason) {
            this(why, store, reason, null);
        }

        @Override
        public String text() {
            return detail == null ? reason.text() : detail;
        }
    }

    /**
     * Answer with 504, because the client accepts only a stored response (RFC 9111 §5.2.1.7).
     *
     * @param reason why no stored response can be used
     */
    record GatewayTimeout(Reason reason) implements Reuse {

        @Override
        public String text() {
            return "the request says only-if-cached, and " + reason.text();
        }
    }

    /** The cause of a decision. */
    enum Reason {
        /** Neither GET nor HEAD. */
        METHOD("only GET and HEAD requests use the cache"),
        /** The route has one entry per user, and the request has no user. */
        NO_USER("the route has one entry per user, and the request has no user"),
        /** The route has one entry per user, and the name of the user is missing or blank. */
        NO_USER_NAME("the route has one entry per user, and the user has no name"),
        /** {@code no-store} in the request (§5.2.1.5). */
        NO_STORE("the request says no-store"),
        /** A key contributor of the application keeps the request from the cache. */
        NOT_CACHEABLE("a key contributor says that the request is not cacheable"),
        /** The handler can distinguish requests that share the key. */
        NOT_KEYED("the handler can read a value of the request that is not in the key"),
        /** A request with content (RFC 9110 §9.3.1). */
        CONTENT("the request has content, which is not in the key"),
        /** The store has no entry for the key. */
        ABSENT("no response is stored for the key"),
        /** No stored response matches the parts of the request that the responses vary on (§4.1). */
        NO_VARIANT("responses are stored for the key, but none matches the parts of the request that they vary on"),
        /** The request has a user, and the response does not permit sharing (§3.5, extended to users). */
        USER("the request has a user, and the entries of the route are shared"),
        /** The request has {@code Authorization}, and the response does not permit sharing (§3.5). */
        AUTHORIZATION("the request has an Authorization header, and the entries of the route are shared"),
        /** Younger than its freshness lifetime (§4.2). */
        FRESH("the stored response is fresh"),
        /** Fresh, in the last part of its lifetime, in which the policy refreshes it. */
        REFRESH_AHEAD("the stored response is fresh, and is refreshed because its lifetime ends soon"),
        /** At least as old as its freshness lifetime. */
        STALE("the stored response is stale"),
        /** Stale, within {@code stale-while-revalidate} (RFC 5861 §3). */
        STALE_WHILE_REVALIDATE("the stored response is stale and may be served while it is refreshed"),
        /** Stale, within {@code max-stale} of the request (§5.2.1.2). */
        MAX_STALE("the stored response is stale, and the request accepts that with max-stale"),
        /** {@code no-cache} in the request (§5.2.1.4). */
        NO_CACHE("the request says no-cache"),
        /** Older than {@code max-age} of the request (§5.2.1.1). */
        MAX_AGE("the stored response is older than max-age of the request"),
        /** Remains fresh for less than {@code min-fresh} of the request (§5.2.1.3). */
        MIN_FRESH("the stored response remains fresh for less than min-fresh of the request");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** {@return the cause as text} */
        public String text() {
            return text;
        }

        /** {@return whether the request is authenticated and the response must permit sharing to be stored (§3.5)} */
        public boolean isAuthenticated() {
            return this == USER || this == AUTHORIZATION;
        }

        static Reason noUser(CacheRequest request) {
            return request.hasPrincipal() ? NO_USER_NAME : NO_USER;
        }

        static Reason authenticated(CacheRequest request) {
            return request.hasPrincipal() ? USER : AUTHORIZATION;
        }
    }
}
