package io.httpcached.processor.validation;

import java.util.Arrays;
import java.util.Locale;

/** What is suspicious, but may be right; each can be silenced at its place. */
public enum Warning {
    /** A tag is invalidated that no cached route carries. */
    UNPRODUCED_TAG,
    /** A route changes what a cached route of its path shows, and invalidates nothing else. */
    UNSAFE_WITHOUT_INVALIDATION,
    /** The key holds a request field that nearly every client sends differently. */
    DEFEATING_VARY,
    /** A client may make any number of entries by a text in the query. */
    UNBOUNDED_QUERY,
    /** What a named policy says is overridden from afar. */
    OVERRIDDEN_POLICY,
    /** A warning is silenced that does not exist. */
    UNKNOWN_WARNING;

    /** {@return the name by which sources refer to it: {@code unproduced-tag}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what silences it, as a source writes it} */
    String silencer() {
        return "@SuppressWarnings(\"httpcached:" + id() + "\")";
    }

    static boolean isKnown(String id) {
        return Arrays.stream(values()).map(Warning::id).anyMatch(id::equals);
    }
}
