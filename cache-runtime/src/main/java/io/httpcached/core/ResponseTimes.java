package io.httpcached.core;

/**
 * The lifetime of a stored response, and the times from which its age counts.
 *
 * @param lifetime the lifetime of the response
 * @param requestTimeMillis the time at which the handler was called
 * @param responseTimeMillis the time at which the response arrived
 * @param agesFromMillis the time at which it arrived, by the clock that {@link #ageAt} and {@link #staleSinceMillis} use
 * @param staleSinceMillis the time at which it was marked stale, or {@link #NEVER}
 */
record ResponseTimes(
        Lifetime lifetime,
        long requestTimeMillis,
        long responseTimeMillis,
        long agesFromMillis,
        long staleSinceMillis) {

    static final long NEVER = Long.MAX_VALUE;

    ResponseTimes agingFrom(long millis) {
        return new ResponseTimes(lifetime, requestTimeMillis, responseTimeMillis, millis, staleSinceMillis);
    }

    ResponseTimes markedStale(long sinceMillis) {
        return new ResponseTimes(lifetime, requestTimeMillis, responseTimeMillis, agesFromMillis, sinceMillis);
    }

    long ageAt(long nowMillis) {
        long age = Freshness.currentAge(lifetime, agesFromMillis, nowMillis);
        if (staleSinceMillis == NEVER) {
            return age;
        }
        long staleFor = Math.max(0, nowMillis - staleSinceMillis) / 1000;
        return Math.max(age, lifetime.freshSeconds() + staleFor);
    }
}
