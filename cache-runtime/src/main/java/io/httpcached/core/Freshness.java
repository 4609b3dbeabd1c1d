package io.httpcached.core;

/** How long a response is fresh and how old it is: one method a term of RFC 9111 §4.2. All in whole seconds. */
public final class Freshness {

    private Freshness() {}

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
}
