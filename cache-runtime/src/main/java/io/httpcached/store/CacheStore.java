package io.httpcached.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A place for bytes under keys, shared by all nodes of an application: the contract between the cache and a backend. An
 * implementation is a bean whose qualifier is the name that {@code http-cache.backend} chooses it by.
 *
 * <p>A store decides nothing: what the bytes mean, whether they are still valid, what a failure leads to and how long
 * anybody waits are for the caller. It needs no knowledge of HTTP.
 *
 * <ul>
 *   <li>Thread-safe. No method blocks, nor throws for a fault of the backend: the stage fails.
 *   <li>Every stage completes, if only by failing, even when the backend hangs.
 *   <li>What was put is read back unchanged or not at all. It may vanish at any time, before its time to live is over.
 *   <li>What was removed, or put in place of something else, is not read back once the stage is complete, on any node.
 *   <li>The first use connects, not the constructor: an application starts while its backend is down.
 * </ul>
 */
public interface CacheStore extends AutoCloseable {

    /** {@return what the backend can hold, the same at each call} */
    StoreCapabilities capabilities();

    /**
     * Reads several values, in one round trip where the backend has such a command.
     *
     * @param keys at least one key, each of at most {@value StoreCapabilities#MAXIMUM_KEY_LENGTH} printable ASCII
     *     characters
     * @return as many values in the same order, null where there is none
     */
    CompletionStage<List<byte @Nullable []>> get(List<String> keys);

    /**
     * Puts a value in place of whatever the key held.
     *
     * @param key the key
     * @param value the value, not to be changed afterwards; no longer than the backend can hold
     * @param ttl how long it lives, positive; it may live longer by the precision of the backend, but not less
     * @return completes when it can be read
     */
    CompletionStage<Void> put(String key, byte[] value, Duration ttl);

    /**
     * Puts a value unless the key holds one. Of several that try at once, on any node, one succeeds; where that
     * {@linkplain StoreCapabilities#atomicPutIfAbsent() cannot be had}, at least one does, and what is read afterwards is
     * the value of one that did.
     *
     * <p>An attempt that had no answer may have succeeded. The client of the backend must not try once more by itself then:
     * others may have read the value and removed it since, and it would be back.
     *
     * @param key the key
     * @param value the value, not to be changed afterwards
     * @param ttl how long it lives, positive
     * @return whether it was put
     */
    CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl);

    /**
     * Puts a value in place of one that is expected, and only of that one, in one step. Of several that try at once to put
     * something else in its place, on any node, at most one succeeds. The value counts and nothing beside it: that its time to
     * live was changed meanwhile does not matter. A store that cannot do so in one step
     * {@linkplain StoreCapabilities#atomicReplace() does nothing} and answers false; whoever meant to invalidate invalidates for good
     * instead.
     *
     * <p>An attempt that had no answer may have succeeded. Where the client of the backend then tries once more by itself, false
     * can be the answer to one that did: the key holds the new value.
     *
     * @param key the key
     * @param expected the bytes that it has to hold
     * @param value the value, not to be changed afterwards; no longer than the backend can hold
     * @param ttl how long it lives from now, positive; what was left of the other's time does not count
     * @return whether it was put; if not, the key held nothing or something else
     */
    CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl);

    /**
     * Lets values live longer than they would, where they are and as they are. A value that is not there is not put back:
     * whoever removed it meant it. A store that cannot do so in one step {@linkplain StoreCapabilities#extendsLife() does
     * nothing}.
     *
     * @param keys at least one key
     * @param ttl how long they live from now, positive
     * @return completes when it is done
     */
    CompletionStage<Void> touch(List<String> keys, Duration ttl);

    /**
     * Removes values.
     *
     * @param keys at least one key; those that hold nothing are no mistake
     * @return completes when none can be read
     */
    CompletionStage<Void> remove(List<String> keys);

    /** Ends the store's own connections, and those only. Does not wait for a backend that does not answer. */
    @Override
    void close();
}
