package io.httpcached.server.functions;

import io.httpcached.engine.TagSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * When the function whose result is put began to run.
 *
 * @param known false if it had a lookup that has been forgotten, so that the result may be that of old data
 * @param moment the moment of the lookup before it, or null if there was none, as in {@code @CachePut}
 */
record Beginning(boolean known, @Nullable TagSnapshot moment) {

    /** Nothing was looked up before. */
    static final Beginning WITHOUT_LOOKUP = new Beginning(true, null);

    /** There may have been a lookup. */
    static final Beginning UNKNOWN = new Beginning(false, null);

    static Beginning at(TagSnapshot moment) {
        return new Beginning(true, moment);
    }
}
