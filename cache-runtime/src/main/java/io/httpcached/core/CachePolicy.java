package io.httpcached.core;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route's policy, all of it resolved.
 *
 * @param ttl how long a response without a lifetime of its own is fresh here; null when only explicit lifetimes count
 * @param clientTtl how long clients may keep a response whose lifetime is {@code ttl}; null for as long as this cache
 * @param staleWhileRevalidate how long a stale response may be served while it is fetched anew (RFC 5861 §3)
 * @param staleIfError how long a stale response may be served when the handler fails (RFC 5861 §4)
 * @param sharing who may be answered from an entry
 * @param statuses the status codes that {@code ttl} applies to
 * @param honorRequestDirectives whether the {@code Cache-Control} of requests is obeyed (RFC 9111 §5.2.1)
 * @param heuristicFreshness whether a lifetime may be guessed from {@code Last-Modified} (RFC 9111 §4.2.2)
 * @param vary request fields known to select the response, to be named in {@code Vary}
 * @param keyedInPart those of them of which only a part does, so that a response that names one itself means more; in
 *     lower case
 * @param directives where the directives of a response are read: {@code Cache-Control} or a targeted field (RFC 9213)
 */
public record CachePolicy(
        @Nullable Duration ttl,
        @Nullable Duration clientTtl,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        Sharing sharing,
        Set<Integer> statuses,
        boolean honorRequestDirectives,
        boolean heuristicFreshness,
        List<String> vary,
        Set<String> keyedInPart,
        DirectivesReader directives) {

    /**
     * Takes the parts.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public CachePolicy {
        requireNotNegative(ttl, "ttl");
        requireNotNegative(clientTtl, "clientTtl");
        requireNotNegative(staleWhileRevalidate, "staleWhileRevalidate");
        requireNotNegative(staleIfError, "staleIfError");
        statuses = Set.copyOf(statuses);
        vary = List.copyOf(vary);
        keyedInPart = Set.copyOf(keyedInPart);
    }

    /**
     * {@return a builder of a shared policy without a ttl, that obeys request directives, makes no guesses, and applies
     * a ttl to status 200}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the lifetime this policy gives to a response that has none of its own, or null}
     *
     * @param status the response's status
     */
    public @Nullable Duration ttlFor(int status) {
        return ttl != null && statuses.contains(status) ? ttl : null;
    }

    private static void requireNotNegative(@Nullable Duration duration, String name) {
        if (duration != null && duration.isNegative()) {
            throw new IllegalArgumentException(name + " is negative: " + duration);
        }
    }

    /** Collects the parts; not thread-safe. */
    public static final class Builder {

        private @Nullable Duration ttl;
        private @Nullable Duration clientTtl;
        private Duration staleWhileRevalidate = Duration.ZERO;
        private Duration staleIfError = Duration.ZERO;
        private Sharing sharing = Sharing.SHARED;
        private Set<Integer> statuses = Set.of(200);
        private boolean honorRequestDirectives = true;
        private boolean heuristicFreshness;
        private List<String> vary = List.of();
        private Set<String> keyedInPart = Set.of();
        private DirectivesReader directives = DirectivesReader.CACHE_CONTROL;

        private Builder() {}

        /**
         * {@return this builder}
         *
         * @param value the lifetime of responses without their own
         */
        public Builder ttl(@Nullable Duration value) {
            ttl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how long clients may keep a response
         */
        public Builder clientTtl(@Nullable Duration value) {
            clientTtl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the window of RFC 5861 §3
         */
        public Builder staleWhileRevalidate(Duration value) {
            staleWhileRevalidate = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the window of RFC 5861 §4
         */
        public Builder staleIfError(Duration value) {
            staleIfError = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value who may be answered from an entry
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
         * @param value whether request directives are obeyed
         */
        public Builder honorRequestDirectives(boolean value) {
            honorRequestDirectives = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whether lifetimes may be guessed
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
         * @param value where response directives are read
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
