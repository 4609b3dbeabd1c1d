package io.httpcached.store;

import java.util.Collection;

/** Hears of changes in a backend that any node made. Thread-safe; no method blocks or throws an exception. */
public interface ChangeListener {

    /**
     * Hears that values have changed or disappeared, or may have.
     *
     * @param keys their keys
     */
    void changed(Collection<String> keys);

    /** Hears that all values may have changed, for example because the backend was emptied. */
    void changedAll();

    /**
     * Hears that changes may have been missed, for example because the connection broke. Nothing that was read before counts any
     * more, nor does anything that is read before the next {@link ChangeFeed#confirm()} succeeds.
     *
     * @param reason a short text for people
     */
    void gap(String reason);
}
