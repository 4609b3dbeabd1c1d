package io.httpcached.suite.invalidation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** The results of many races. Thread-safe. */
final class RaceStatistics {

    private static final int SHOWN = 10;

    private final LongAdder races = new LongAdder();
    private final LongAdder fresh = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final Queue<Violation> violations = new ConcurrentLinkedQueue<>();

    /** The kinds of violations. */
    enum Kind {
        /** A lookup that began after an invalidation found a fresh response from older data. */
        OUTDATED_RESPONSE,
        /** A request whose lookup followed an invalidation would have joined a handler run on older data. */
        OUTDATED_FETCH,
        /** The response that was computed after all invalidations and stored last was not found. */
        LOST_ENTRY,
        /** The backend did not respond. */
        STORE_FAILURE
    }

    /**
     * A violation of the consistency rules.
     *
     * @param kind the kind of the violation
     * @param where the race, with the information that is needed to repeat it, and the observed result
     */
    record Violation(Kind kind, String where) {}

    void race() {
        races.increment();
    }

    void fresh() {
        fresh.increment();
    }

    void stale() {
        stale.increment();
    }

    void joined() {
        joined.increment();
    }

    void violation(Kind kind, String where) {
        violations.add(new Violation(kind, where));
    }

    long races() {
        return races.sum();
    }

    /** Returns the number of lookups that found a fresh response. */
    long foundFresh() {
        return fresh.sum();
    }

    /** Returns the number of lookups that found a response that an invalidation had marked as stale. */
    long foundStale() {
        return stale.sum();
    }

    /** Returns how often a request could have joined another request's handler run. */
    long mightJoin() {
        return joined.sum();
    }

    /** Returns the first violations. */
    List<Violation> violations() {
        return violations.stream().limit(SHOWN).toList();
    }

    /** Returns the first violations of a kind. */
    List<Violation> violations(Kind kind) {
        return violations.stream()
                .filter(violation -> violation.kind == kind)
                .limit(SHOWN)
                .toList();
    }
}
