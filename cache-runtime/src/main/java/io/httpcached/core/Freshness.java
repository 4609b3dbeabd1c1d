package io.httpcached.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How long a response is fresh and how old it is: one method a term of RFC 9111 §4.2. All in whole seconds. */
public final class Freshness {

    /** There is no lifetime. */
    public static final long NONE = -1;

    /** RFC 9110 §15.1. */
    private static final Set<Integer> HEURISTICALLY_CACHEABLE =
            Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private Freshness() {}

    /**
     * {@return freshness_lifetime (§4.2.1): what the response says, else the policy's ttl, else a guess if the policy
     * allows one, else {@link #NONE}} A response that is to be validated before each use has none to speak of.
     *
     * @param response the response as it came from the handler
     * @param directives its directives
     * @param responseTimeMillis when it arrived
     * @param policy the route's policy
     */
    public static long lifetime(
            CacheResponse response, ResponseDirectives directives, long responseTimeMillis, CachePolicy policy) {
        if (directives.noCache()) {
            return 0;
        }
        long explicit = explicitLifetime(response.fields(), directives, responseTimeMillis, policy.sharing());
        if (explicit != NONE) {
            return explicit;
        }
        Duration ttl = policy.ttlFor(response.status());
        if (ttl != null) {
            return Math.min(Digits.MAX, ttl.toSeconds());
        }
        boolean mayGuess = policy.heuristicFreshness() && isHeuristicallyCacheable(response.status(), directives);
        return mayGuess ? heuristicLifetime(response.fields(), responseTimeMillis) : NONE;
    }

    /**
     * {@return the lifetime that the response states itself (§4.2.1), or {@link #NONE}}
     *
     * @param fields the response's fields
     * @param directives its directives
     * @param responseTimeMillis when it arrived
     * @param sharing what kind of cache this is
     */
    public static long explicitLifetime(
            FieldLines fields, ResponseDirectives directives, long responseTimeMillis, Sharing sharing) {
        long stated = directives.freshSeconds(sharing.isShared());
        if (stated != ResponseDirectives.ABSENT) {
            return stated;
        }
        boolean expires = !directives.targeted() && fields.has("Expires");
        return expires ? expiresLifetime(fields, responseTimeMillis) : NONE;
    }

    /** §5.3: {@code Expires} minus {@code Date}; what is invalid or contradicts itself is already stale. */
    private static long expiresLifetime(FieldLines fields, long responseTimeMillis) {
        List<String> lines = fields.all("Expires");
        Instant expires = HttpDate.parse(lines.get(0), responseTimeMillis);
        boolean contradictory = lines.size() > 1 && !lines.stream().allMatch(lines.get(0)::equals);
        if (expires == null || contradictory) {
            return 0;
        }
        return clamp(Duration.between(dateValue(fields, responseTimeMillis), expires));
    }

    /** §4.2.2: a tenth of the time since the last modification. */
    private static long heuristicLifetime(FieldLines fields, long responseTimeMillis) {
        Instant modified = HttpDate.parse(fields.first("Last-Modified"), responseTimeMillis);
        if (modified == null) {
            return NONE;
        }
        return clamp(Duration.between(modified, dateValue(fields, responseTimeMillis))
                .dividedBy(10));
    }

    private static boolean isHeuristicallyCacheable(int status, ResponseDirectives directives) {
        return directives.isPublic() || HEURISTICALLY_CACHEABLE.contains(status);
    }

    /**
     * {@return corrected_initial_age (§4.2.3)}
     *
     * @param fields the response's fields
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     */
    public static long initialAge(FieldLines fields, long requestTimeMillis, long responseTimeMillis) {
        long apparentAge = clamp(
                Duration.between(dateValue(fields, responseTimeMillis), Instant.ofEpochMilli(responseTimeMillis)));
        long responseDelay = Math.max(0, responseTimeMillis - requestTimeMillis) / 1000;
        return Math.max(apparentAge, ageValue(fields) + responseDelay);
    }

    /**
     * {@return current_age (§4.2.3)} Never negative, whatever the clocks of the nodes say.
     *
     * @param lifetime the stored lifetime
     * @param responseTimeMillis when the response arrived
     * @param nowMillis the time now
     */
    public static long currentAge(Lifetime lifetime, long responseTimeMillis, long nowMillis) {
        long residentTime = Math.max(0, nowMillis - responseTimeMillis) / 1000;
        return lifetime.initialAgeSeconds() + residentTime;
    }

    /** {@return age_value: of a list the first member; 0 if it is absent or invalid (§5.1)} */
    private static long ageValue(FieldLines fields) {
        String age = fields.first("Age");
        if (age == null) {
            return 0;
        }
        return Math.max(0, Digits.parse(Tokens.trim(age, 0, Tokens.endOfPart(age, 0, ','))));
    }

    /** {@return date_value: the time of arrival stands in for one that is absent or invalid (RFC 9110 §6.6.1)} */
    static Instant dateValue(FieldLines fields, long responseTimeMillis) {
        Instant date = HttpDate.parse(fields.first("Date"), responseTimeMillis);
        return date != null ? date : Instant.ofEpochMilli(responseTimeMillis);
    }

    private static long clamp(Duration duration) {
        return Math.max(0, Math.min(Digits.MAX, duration.toSeconds()));
    }
}
