package io.httpcached.suite.invalidation;

import io.httpcached.engine.Eviction;
import io.httpcached.engine.Tags;
import java.util.ArrayList;
import java.util.List;

/** Which of a response's tags is evicted, and how. */
enum Scenario {
    TAG(Tags.named("thing:1"), Eviction.GONE),
    RESULT_TAG(Tags.named("part:7"), Eviction.GONE),
    PATH(Tags.path("/things/1"), Eviction.GONE),
    NAMESPACE(Tags.namespace("things"), Eviction.GONE),
    ALL(Tags.ALL, Eviction.GONE),
    TAG_SOFTLY(Tags.named("thing:1"), Eviction.STALE),
    RESULT_TAG_SOFTLY(Tags.named("part:7"), Eviction.STALE);

    /** A tag that is never evicted, as most of a response's are not. */
    private static final String OTHER = Tags.named("other");

    private final String evicted;
    private final Eviction eviction;

    Scenario(String evicted, Eviction eviction) {
        this.evicted = evicted;
        this.eviction = eviction;
    }

    /** {@return the tags that are known before the handler has answered} */
    List<String> known() {
        return ofResult() ? List.of(OTHER) : List.of(OTHER, evicted);
    }

    /** {@return all tags, those that only the handler knows included} */
    List<String> all() {
        List<String> all = new ArrayList<>(known());
        if (ofResult()) {
            all.add(evicted);
        }
        return all;
    }

    List<String> evicted() {
        return List.of(evicted);
    }

    Eviction eviction() {
        return eviction;
    }

    /** {@return whether what is evicted may still be found, as stale} */
    boolean isSoft() {
        return eviction == Eviction.STALE;
    }

    private boolean ofResult() {
        return this == RESULT_TAG || this == RESULT_TAG_SOFTLY;
    }
}
