package io.httpcached.processor.validation;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of warnings: code that is probably wrong, but may be intended. Each can be suppressed. */
public enum Warning {
    /** No cached route has a tag that is invalidated. */
    UNKNOWN_TAG,
    /** An unsafe route on the path of a cached route has no {@code @HttpCacheInvalidate}. */
    MISSING_INVALIDATION,
    /** The key contains a request field whose value differs for almost every client. */
    INEFFECTIVE_VARY,
    /** A client can create any number of entries with a text in the query. */
    UNBOUNDED_QUERY,
    /** Members of the class override the named policy of a method. */
    OVERRIDDEN_POLICY,
    /** A slow handler is not replaced by a stale response, because none may be served. */
    INEFFECTIVE_STALE_AFTER,
    /** A parameter requires a language that a request need not have. */
    REQUIRED_LOCALE,
    /** A template may read the language of the request, which is not in the key. */
    MISSING_LOCALE,
    /** A suppressed warning does not exist. */
    UNKNOWN_WARNING;

    /** {@return the id in {@code @SuppressWarnings}, such as {@code unknown-tag}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the annotation that suppresses it} */
    String suppression() {
        return "@SuppressWarnings(\"httpcached:" + id() + "\")";
    }

    static boolean isKnown(String id) {
        return Arrays.stream(values()).map(Warning::id).anyMatch(id::equals);
    }
}
