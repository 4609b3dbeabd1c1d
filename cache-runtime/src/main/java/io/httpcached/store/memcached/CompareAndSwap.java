package io.httpcached.store.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheStatus;
import io.httpcached.store.memcached.MemcachedStore.UnexpectedStatusException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a value only if it is the expected one. Memcached compares versions instead of values, and a new version does
 * not always mean a new value: the same value may have been written again, and a server may count a touch as a change.
 * Therefore the value is read again after a conflict.
 *
 * @param read reads the value of the key with its version, or null
 * @param write writes the new value if the version has not changed
 */
record CompareAndSwap(
        Supplier<CompletionStage<@Nullable GetResult<byte[]>>> read,
        LongFunction<CompletionStage<MemcacheStatus>> write) {

    /** Far more attempts than a value with occasional writes needs. A server without versions rejects all of them. */
    static final int ATTEMPTS = 10;

    /**
     * Replaces a value.
     *
     * @param expected the value that the key must have
     * @return a stage with true if the value was replaced; it fails if the version but not the value changed in every attempt
     */
    CompletionStage<Boolean> replace(byte[] expected) {
        return attempt(expected, ATTEMPTS);
    }

    private CompletionStage<Boolean> attempt(byte[] expected, int attempts) {
        return read.get()
                .thenCompose(current -> current != null && Arrays.equals(current.getValue(), expected)
                        ? write(current.getCas(), expected, attempts)
                        : CompletableFuture.completedFuture(false));
    }

    private CompletionStage<Boolean> write(long version, byte[] expected, int attempts) {
        return write.apply(version).thenCompose(status -> {
            if (status == MemcacheStatus.KEY_EXISTS && attempts > 1) {
                return attempt(expected, attempts - 1);
            }
            return switch (status) {
                case OK -> CompletableFuture.completedFuture(true);
                case KEY_NOT_FOUND -> CompletableFuture.completedFuture(false);
                default -> CompletableFuture.failedFuture(new UnexpectedStatusException(status));
            };
        });
    }
}
