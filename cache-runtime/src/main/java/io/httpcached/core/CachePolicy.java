package io.httpcached.core;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resolved caching policy of a route.
 *
 * @param ttl the freshness lifetime of responses that state none themselves, or null if only explicit lifetimes count
 * @param clientTtl the time for which clients may use a response whose lifetime is {@code ttl}: zero if they must revalidate it
 *     before each use, null for the same time as this cache
 * @param staleWhileRevalidate the time for which a stale response may be served during a background refresh (RFC 5861 §3)
 * @param staleIfError the time for which a stale response may be served if the handler fails (RFC 5861 §4)
 * @param jitter the share of {@code ttl} by which the lifetime of each response is shortened at random
 * @param refreshAhead the share of a lifetime, at its end, in which a hit refreshes the entry in the background
 * @param staleAfter the time that a request waits for the handler before it is answered with a stale response, where one may be
 *     served if the handler fails; null if it waits for the handler
 * @param sharing the clients that an entry may be served to
 * @param statuses the status codes that {@code ttl} applies to
 * @param honorRequestDirectives true if the {@code Cache-Control} of requests is honored (RFC 9111 §5.2.1)
 * @param heuristicFreshness true if a lifetime may be derived from {@code Last-Modified} (RFC 9111 §4.2.2)
 * @param vary the request fields known to select the response, which {@code Vary} names
 * @param keyedInPart the names, in lower case, of those {@code vary} fields of which the key contains only a part; a response
 *     that names such a field itself varies on all of it
 * @param directives the reader of response directives: {@code Cache-Control} or a targeted field (RFC 9213)
 */
public record CachePolicy(
        @Nullable Duration ttl,
        @Nullable Duration clientTtl,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        LifetimeShare jitter,
        LifetimeShare refreshAhead,
        @Nullable Duration staleAfter,
        Sharing sharing,
        Set<Integer> statuses,
        boolean honorRequestDirectives,
        boolean heuristicFreshness,
        List<String> vary,
        Set<String> keyedInPart,
        DirectivesReader directives) {

    private static final int OK = 200;

    /** Each miss asks for it several times, and Java keeps only smaller numbers as objects. */
    private static final Integer BOXED_OK = OK;

    /**
     * Copies the collections and checks the durations.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public CachePolicy {
        requireNotNegative(ttl, "ttl");
        requireNotNegative(clientTtl, "clientTtl");
        requireNotNegative(staleWhileRevalidate, "staleWhileRevalidate");
        requireNotNegative(staleIfError, "staleIfError");
        requireNotNegative(staleAfter, "staleAfter");
        statuses = Set.copyOf(statuses);
        vary = List.copyOf(vary);
        keyedInPart = Set.copyOf(keyedInPart);
    }

    /**
     * {@return a builder of a shared policy without a ttl that honors request directives, uses no heuristic freshness, and
     * applies a ttl to status 200}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this policy with further request fields that select the response, of which the key contains only a part}
     *
     * @param names names of request fields; those that the policy has are ignored
     */
    public CachePolicy plusVary(List<String> names) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(vary);
        List<String> added = names.stream().filter(known::add).toList();
        if (added.isEmpty()) {
            return this;
        }
        Builder changed = new Builder(this);
        changed.vary = Stream.concat(vary.stream(), added.stream()).toList();
        changed.keyedInPart = Stream.concat(
                        keyedInPart.stream(), added.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return changed.build();
    }

    /** {@return the most seconds by which the jitter shortens the ttl} */
    public long jitterSeconds() {
        return ttl == null ? 0 : jitter.ofLifetime(ttl.toSeconds());
    }

    /**
     * {@return this policy with a shorter ttl, for one response}
     *
     * @param seconds a number of seconds, at most {@link #jitterSeconds}
     */
    public CachePolicy withTtlShortenedBy(long seconds) {
        return ttl == null || seconds == 0
                ? this
                : new Builder(this).ttl(ttl.minusSeconds(seconds)).build();
    }

    /**
     * {@return the lifetime that this policy gives to a response that states none itself, or null}
     *
     * @param status the status of the response
     */
    public @Nullable Duration ttlFor(int status) {
        return ttl != null && statuses.contains(status == OK ? BOXED_OK : (Integer) status) ? ttl : null;
    }

    /** {@return whether clients must revalidate a response before each use} */
    public boolean clientsRevalidate() {
        return clientTtl != null && clientTtl.toSeconds() == 0;
    }

    private static void requireNotNegative(@Nullable Duration duration, String name) {
        if (duration != null && duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + duration + ".");
        }
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {

        private @Nullable Duration ttl;
        private @Nullable Duration clientTtl;
        private Duration staleWhileRevalidate = Duration.ZERO;
        private Duration staleIfError = Duration.ZERO;
        private LifetimeShare jitter = LifetimeShare.NONE;
        private LifetimeShare refreshAhead = LifetimeShare.NONE;
        private @Nullable Duration staleAfter;
        private Sharing sharing = Sharing.SHARED;
        private Set<Integer> statuses = Set.of(200);
        private boolean honorRequestDirectives = true;
        private boolean heuristicFreshness;
        private List<String> vary = List.of();
        private Set<String> keyedInPart = Set.of();
        private DirectivesReader directives = DirectivesReader.CACHE_CONTROL;

        private Builder() {}

        private Builder(CachePolicy policy) {
            ttl = policy.ttl;
            clientTtl = policy.clientTtl;
            staleWhileRevalidate = policy.staleWhileRevalidate;
            staleIfError = policy.staleIfError;
            jitter = policy.jitter;
            refreshAhead = policy.refreshAhead;
            staleAfter = policy.staleAfter;
            sharing = policy.sharing;
            statuses = policy.statuses;
            honorRequestDirectives = policy.honorRequestDirectives;
            heuristicFreshness = policy.heuristicFreshness;
            vary = policy.vary;
            keyedInPart = policy.keyedInPart;
            directives = policy.directives;
        }

        /**
         * {@return this builder}
         *
         * @param value the lifetime of responses that state none themselves, or null
         */
        public Builder ttl(@Nullable Duration value) {
            ttl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the time for which clients may use a response, or null
         */
        public Builder clientTtl(@Nullable Duration value) {
            clientTtl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the duration (RFC 5861 §3)
         */
        public Builder staleWhileRevalidate(Duration value) {
            staleWhileRevalidate = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the duration (RFC 5861 §4)
         */
        public Builder staleIfError(Duration value) {
            staleIfError = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the share of the ttl that may be taken away
         */
        public Builder jitter(LifetimeShare value) {
            jitter = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the share of a lifetime in which a hit refreshes the entry
         */
        public Builder refreshAhead(LifetimeShare value) {
            refreshAhead = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the time before a stale response is served, or null
         */
        public Builder staleAfter(@Nullable Duration value) {
            staleAfter = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the clients that an entry may be served to
         */
        public Builder sharing(Sharing value) {
            sharing = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the status codes that the ttl applies to
         */
        public Builder statuses(Set<Integer> value) {
            statuses = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value true to honor request directives
         */
        public Builder honorRequestDirectives(boolean value) {
            honorRequestDirectives = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value true to use heuristic freshness
         */
        public Builder heuristicFreshness(boolean value) {
            heuristicFreshness = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value names of request fields
         */
        public Builder vary(List<String> value) {
            vary = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value names of request fields in lower case
         */
        public Builder keyedInPart(Set<String> value) {
            keyedInPart = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the reader of response directives
         */
        public Builder directives(DirectivesReader value) {
            directives = value;
            return this;
        }

        /**
         * {@return the policy}
         *
         * @throws IllegalArgumentException if a duration is negative
         */
        public CachePolicy build() {
            return new CachePolicy(
                    ttl,
                    clientTtl,
                    staleWhileRevalidate,
                    staleIfError,
                    jitter,
                    refreshAhead,
                    staleAfter,
                    sharing,
                    statuses,
                    honorRequestDirectives,
                    heuristicFreshness,
                    vary,
                    keyedInPart,
                    directives);
        }
    }
}
