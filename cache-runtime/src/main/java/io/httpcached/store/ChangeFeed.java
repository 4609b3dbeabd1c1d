package io.httpcached.store;

import java.util.concurrent.CompletionStage;

/**
 * Reports to one node which of the values that it has read have changed in the backend. The near tier is kept true by it.
 * Thread-safe.
 *
 * <p>Once {@link #confirm()} has succeeded, and until the next {@linkplain ChangeListener#gap gap}, the backend watches each key
 * that the node reads with {@link CacheStore#get}: the listener hears when the value is replaced, expires or is removed, also by the
 * backend itself to make room. A value whose time to live is extended may be reported as well.
 */
public interface ChangeFeed {

    /**
     * Asks the backend to confirm that it has reported everything so far. Called every fraction of a second, one call at a time.
     *
     * @return a stage that completes when the listener has heard of every change that the backend had confirmed to any node
     *     before this call, and that fails if that cannot be known
     */
    CompletionStage<Void> confirm();
}
