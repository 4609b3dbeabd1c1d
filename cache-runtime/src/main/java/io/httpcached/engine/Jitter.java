package io.httpcached.engine;

import io.httpcached.core.CachePolicy;
import java.util.function.LongUnaryOperator;

/**
 * Shortens the ttl of each response that is stored by a random part of its route's jitter, so that entries made at the same time
 * do not end at the same time. It is decided before the response is stored, so that all nodes and clients see one lifetime.
 * Thread-safe if its source is.
 */
final class Jitter {

    private final LongUnaryOperator random;

    /**
     * Creates a jitter.
     *
     * @param random returns a number from 0 to its argument, exclusive
     */
    Jitter(LongUnaryOperator random) {
        this.random = random;
    }

    /** {@return the policy for one response, with a ttl that is shorter by zero to all of the jitter} */
    CachePolicy drawn(CachePolicy policy) {
        long most = policy.jitterSeconds();
        return most == 0 ? policy : policy.withTtlShortenedBy(random.applyAsLong(most + 1));
    }
}
