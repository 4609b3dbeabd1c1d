package io.httpcached.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Calculates the freshness lifetime and the age of responses in whole seconds. Each method is one term of RFC 9111 §4.2. */
public final class Freshness {

    /** The result if there is no lifetime. */
    public static final long NONE = -1;

    /** RFC 9110 §15.1. */
    private static final Set<Integer> HEURISTICALLY_CACHEABLE =
            Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private Freshness() {}

    /**
     * {@return freshness_lifetime (§4.2.1): the explicit lifetime of the response, else the ttl of the policy, else the
     * heuristic lifetime if the policy allows one, else {@link #NONE}} The result is 0 for a response that must be validated
     * before each use.
     *
     * @param response the handler response
     * @param directives the directives of the response
     * @param responseTimeMillis the time at which the response arrived
     * @param policy the policy of the route
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
     * {@return the explicit lifetime of the response (§4.2.1), or {@link #NONE}}
     *
     * @param fields the fields of the response
     * @param directives the directives of the response
     * @param responseTimeMillis the time at which the response arrived
     * @param sharing the kind of this cache
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

    /** §5.3: {@code Expires} minus {@code Date}; an invalid or contradictory response is already stale. */
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
     * @param fields the fields of the response
     * @param requestTimeMillis the time at which the handler was called
     * @param responseTimeMillis the time at which the response arrived
     */
    public static long initialAge(FieldLines fields, long requestTimeMillis, long responseTimeMillis) {
        Instant date = HttpDate.parse(fields.first("Date"), responseTimeMillis);
        long apparentAge = date == null ? 0 : Math.max(0, responseTimeMillis - date.toEpochMilli()) / 1000;
        long responseDelay = Math.max(0, responseTimeMillis - requestTimeMillis) / 1000;
        return Math.max(apparentAge, ageValue(fields) + responseDelay);
    }

    /**
     * {@return current_age (§4.2.3)} Never negative, even if the clocks of the nodes differ.
     *
     * @param lifetime the stored lifetime
     * @param arrivedMillis the time at which the response arrived
     * @param nowMillis the current time, by the same clock
     */
    public static long currentAge(Lifetime lifetime, long arrivedMillis, long nowMillis) {
        long residentTime = Math.max(0, nowMillis - arrivedMillis) / 1000;
        return lifetime.initialAgeSeconds() + residentTime;
    }

    /** {@return age_value: the first member of a list, and 0 if the field is absent or invalid (§5.1)} */
    private static long ageValue(FieldLines fields) {
        String age = fields.first("Age");
        if (age == null) {
            return 0;
        }
        return Math.max(0, Digits.parse(Tokens.trim(age, 0, Tokens.endOfPart(age, 0, ','))));
    }

    /** {@return date_value, or the time of arrival if the field is absent or invalid (RFC 9110 §6.6.1)} */
    static Instant dateValue(FieldLines fields, long responseTimeMillis) {
        Instant date = HttpDate.parse(fields.first("Date"), responseTimeMillis);
        return date != null ? date : Instant.ofEpochMilli(responseTimeMillis);
    }

    private static long clamp(Duration duration) {
        return Math.max(0, Math.min(Digits.MAX, duration.toSeconds()));
    }
}
