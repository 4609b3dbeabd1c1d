package io.httpcached.store.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheStatus;
import io.httpcached.store.memcached.MemcachedStore.RefusedException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One value in place of another that is expected. Memcached does not compare values but versions, and a version that has
 * changed need not mean another value: the same one may have been written again, and a server may count a touch as a change.
 * So the value is looked at again then.
 *
 * @param read gives what the key holds with its version, or null
 * @param write puts the new value in place of that version
 */
record Replacement(
        Supplier<CompletionStage<@Nullable GetResult<byte[]>>> read,
        LongFunction<CompletionStage<MemcacheStatus>> write) {

    /** Far more than a value that is read and written now and then needs. A server without versions refuses them all. */
    static final int ATTEMPTS = 10;

    /**
     * Replaces a value.
     *
     * @param expected the value that the key has to hold
     * @return whether the key held it, and was written; fails if the version changed at each attempt, and not the value
     */
    CompletionStage<Boolean> of(byte[] expected) {
        return attempt(expected, ATTEMPTS);
    }

    private CompletionStage<Boolean> attempt(byte[] expected, int attempts) {
        return read.get()
                .thenCompose(held -> held != null && Arrays.equals(held.getValue(), expected)
                        ? replace(held.getCas(), expected, attempts)
                        : CompletableFuture.completedFuture(false));
    }

    private CompletionStage<Boolean> replace(long version, byte[] expected, int attempts) {
        return write.apply(version).thenCompose(status -> {
            if (status == MemcacheStatus.KEY_EXISTS && attempts > 1) {
                return attempt(expected, attempts - 1);
            }
            return switch (status) {
                case OK -> CompletableFuture.completedFuture(true);
                case KEY_NOT_FOUND -> CompletableFuture.completedFuture(false);
                default -> CompletableFuture.failedFuture(new RefusedException(status));
            };
        });
    }
}
