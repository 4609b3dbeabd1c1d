package io.httpcached.suite.invalidation;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Tags;
import java.util.ArrayList;
import java.util.List;

/** The invalidated tag of a response and the mode of the invalidation. */
enum Scenario {
    TAG(Tags.named("thing:1"), InvalidationMode.REMOVE),
    RESULT_TAG(Tags.named("part:7"), InvalidationMode.REMOVE),
    PATH(Tags.path("/things/1"), InvalidationMode.REMOVE),
    NAMESPACE(Tags.namespace("things"), InvalidationMode.REMOVE),
    ALL(Tags.ALL, InvalidationMode.REMOVE),
    TAG_SOFTLY(Tags.named("thing:1"), InvalidationMode.MARK_STALE),
    RESULT_TAG_SOFTLY(Tags.named("part:7"), InvalidationMode.MARK_STALE);

    /** A tag that is never invalidated. */
    private static final String OTHER = Tags.named("other");

    private final String invalidated;
    private final InvalidationMode invalidation;

    Scenario(String invalidated, InvalidationMode invalidation) {
        this.invalidated = invalidated;
        this.invalidation = invalidation;
    }

    /** Returns the tags that are known before the handler runs. */
    List<String> known() {
        return ofResult() ? List.of(OTHER) : List.of(OTHER, invalidated);
    }

    /** Returns all tags, including those that only the handler knows. */
    List<String> all() {
        List<String> all = new ArrayList<>(known());
        if (ofResult()) {
            all.add(invalidated);
        }
        return all;
    }

    List<String> invalidated() {
        return List.of(invalidated);
    }

    InvalidationMode invalidation() {
        return invalidation;
    }

    /** Returns whether invalidated entries may still be found as stale ones. */
    boolean isSoft() {
        return invalidation == InvalidationMode.MARK_STALE;
    }

    private boolean ofResult() {
        return this == RESULT_TAG || this == RESULT_TAG_SOFTLY;
    }
}
