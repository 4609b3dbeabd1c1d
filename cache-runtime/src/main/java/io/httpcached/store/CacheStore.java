package io.httpcached.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores bytes under keys in a backend that all nodes of an application share. Implement this interface to support another
 * backend. An implementation is a bean; its qualifier is the name that selects it in {@code http-cache.backend}.
 *
 * <p>A store needs no knowledge of HTTP and makes no decisions. Its caller knows the meaning of the bytes, checks their
 * validity, handles failures and limits the waiting time.
 *
 * <ul>
 *   <li>A store is thread-safe. No method blocks, and no method throws an exception for a failure of the backend; the
 *       returned stage fails instead.
 *   <li>Every stage completes, at least exceptionally, even if the backend hangs.
 *   <li>A stored value is read back unchanged or not at all. It may disappear at any time before its time to live ends.
 *   <li>Once the stage of a removal or replacement has completed, no node reads the old value any more.
 *   <li>The first operation connects, not the constructor, so an application starts while its backend is down.
 * </ul>
 */
public interface CacheStore extends AutoCloseable {

    /** {@return the capabilities of the backend, which never change} */
    StoreCapabilities capabilities();

    /**
     * Reads several values, in one round trip if the backend supports that.
     *
     * @param keys at least one key, each of at most {@value StoreCapabilities#MAXIMUM_KEY_LENGTH} printable ASCII
     *     characters
     * @return the values in the order of the keys, with null for each key that has none
     */
    CompletionStage<List<byte @Nullable []>> get(List<String> keys);

    /**
     * Stores a value and replaces any existing value of the key.
     *
     * @param key the key
     * @param value the value, which must not be modified afterwards and must not exceed
     *     {@link StoreCapabilities#maximumValueSize()}
     * @param ttl the positive time to live; the value may live longer by {@link StoreCapabilities#expiryPrecision()}, but not
     *     shorter
     * @return a stage that completes when the value can be read
     */
    CompletionStage<Void> put(String key, byte[] value, Duration ttl);

    /**
     * Stores a value unless the key already has one. Of several concurrent attempts on any nodes exactly one succeeds. If the
     * backend {@linkplain StoreCapabilities#atomicPutIfAbsent() cannot guarantee that}, at least one succeeds, and the value
     * that is read afterwards is the value of a successful attempt.
     *
     * <p>An attempt without a reply may have succeeded. The client of the backend must not retry it: another node may have
     * read and removed the value in the meantime, and the retry would restore it.
     *
     * <p>A value that was stored in this way must not return after its removal, even if the backend restarts with older data or
     * fails over to a server that lacks the removal. A store whose backend may do so recognizes such values and treats
     * them as absent.
     *
     * @param key the key
     * @param value the value, which must not be modified afterwards
     * @param ttl the positive time to live
     * @return a stage with true if the value was stored
     */
    CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl);

    /**
     * Replaces a value atomically, but only if the key has the expected value. Of several concurrent attempts on any nodes
     * to replace the same value, at most one succeeds. Only the value is compared; a change of its time to live in the
     * meantime does not matter. A store that cannot replace a value atomically
     * {@linkplain StoreCapabilities#atomicReplace() does nothing} and returns false; the caller then removes the value instead
     * of marking it stale.
     *
     * <p>An attempt without a reply may have succeeded. If the client of the backend then retries it, the result can be false
     * although the key has the new value.
     *
     * @param key the key
     * @param expected the expected value
     * @param value the new value, which must not be modified afterwards and must not exceed
     *     {@link StoreCapabilities#maximumValueSize()}
     * @param ttl the positive time to live of the new value, counted from now
     * @return a stage with true if the value was replaced, and false if the key had no value or another one
     */
    CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl);

    /**
     * Adds one to a number, atomically: of several concurrent attempts on any nodes, each receives another number. Values of
     * such a key are written only by this method, and {@link #get} returns them in ASCII digits. A store that cannot do so
     * {@linkplain StoreCapabilities#atomicIncrement() says so}, and is not asked.
     *
     * <p>An attempt without a reply may have succeeded. The client of the backend may retry it, which leaves out a number.
     *
     * @param key the key
     * @param initial the number to begin with if the key has none; positive, and small enough to count up from it
     * @param ttl the positive time to live of a number that begins; that of an existing number may be extended to it
     * @return a stage with the number after the increment, or the initial number if it begins
     */
    default CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException("The store does not support increment."));
    }

    /**
     * Extends the time to live of existing values without changing the values. It must not restore a value that has been
     * removed. A store that cannot extend the time to live atomically {@linkplain StoreCapabilities#extendsLife() does
     * nothing}.
     *
     * @param keys at least one key
     * @param ttl the positive time to live, counted from now
     * @return a stage that completes when all values are extended
     */
    CompletionStage<Void> touch(List<String> keys, Duration ttl);

    /**
     * Removes values.
     *
     * @param keys at least one key; keys without a value are ignored
     * @return a stage that completes when none of the values can be read any more
     */
    CompletionStage<Void> remove(List<String> keys);

    /**
     * Begins to report changes, so that a node can keep copies of values in memory. Called at most once. A store that cannot report them returns nothing, and copies of its values are used for a short time only
     * ({@code http-cache.near.ttl}).
     *
     * @param listener hears of the changes
     * @return the feed of changes, if the store has one
     */
    default Optional<ChangeFeed> reportChanges(ChangeListener listener) {
        return Optional.empty();
    }

    /** Closes the connections that the store opened itself. It does not wait for a backend that does not answer. */
    @Override
    void close();
}
