package io.httpcached.server.netty;

import io.httpcached.core.RecentValues;
import java.util.function.BooleanSupplier;

/**
 * Remembers which bodies the server's own strategy compresses. It compresses the bodies of some media types from a length on, and determines
 * with regular expressions whether a media type is one of them. Thread-safe.
 */
final class CompressibleTypes {

    /**
     * What is known of a media type.
     *
     * @param type the value of {@code Content-Type}
     * @param longestRejected the greatest length of a body that is not compressed, or -1
     * @param shortestAccepted the least length of a body that is compressed, or {@link Long#MAX_VALUE}
     */
    private record Known(String type, long longestRejected, long shortestAccepted) {}

    private final RecentValues<Known> types = new RecentValues<>();

    /**
     * Returns whether a body is compressed.
     *
     * @param type the value of {@code Content-Type}
     * @param length the length of the body in bytes
     * @param strategy asks the strategy, if the answer does not follow from earlier ones
     */
    boolean contain(String type, int length, BooleanSupplier strategy) {
        int hash = type.hashCode();
        Known known = types.get(hash);
        if (known == null || !known.type.equals(type)) {
            known = new Known(type, -1, Long.MAX_VALUE);
        }
        if (length >= known.shortestAccepted) {
            return true;
        }
        if (length <= known.longestRejected) {
            return false;
        }
        boolean accepted = strategy.getAsBoolean();
        types.put(
                hash,
                accepted
                        ? new Known(type, known.longestRejected, length)
                        : new Known(type, length, known.shortestAccepted));
        return accepted;
    }
}
