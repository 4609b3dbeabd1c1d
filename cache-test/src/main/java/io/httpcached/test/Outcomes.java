package io.httpcached.test;

import io.httpcached.test.CacheStatus.Outcome;

/** The outcomes as messages name them. */
final class Outcomes {

    private Outcomes() {}

    static String name(Outcome outcome) {
        return switch (outcome) {
            case HIT -> "a hit";
            case STALE_HIT -> "a stale hit";
            case REVALIDATED -> "a revalidation";
            case MISS -> "a miss";
            case BYPASS -> "a bypass";
            case UNANSWERED -> "a request that no stored response answered, and that permitted no other";
        };
    }
}
