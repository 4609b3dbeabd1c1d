package io.httpcached.suite.invalidation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What came of many races. Thread-safe. */
final class Tally {

    private static final int SHOWN = 10;

    private final LongAdder races = new LongAdder();
    private final LongAdder fresh = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final Queue<Mistake> mistakes = new ConcurrentLinkedQueue<>();

    /** What must not happen. */
    enum Kind {
        /** A look-up that began after an invalidation found what was computed from older data, and fresh. */
        OLD_ANSWER,
        /** A request that looked up after an invalidation would have joined a computation from older data. */
        OLD_COMPUTATION,
        /** What was computed after all invalidations and stored last was not found. */
        LOST,
        /** The backend did not answer. */
        FAILED
    }

    /**
     * A mistake.
     *
     * @param kind what happened
     * @param where the race, which has all that is needed to repeat it, and what was seen
     */
    record Mistake(Kind kind, String where) {}

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

    void mistake(Kind kind, String where) {
        mistakes.add(new Mistake(kind, where));
    }

    long races() {
        return races.sum();
    }

    /** {@return how many look-ups found something fresh} */
    long foundFresh() {
        return fresh.sum();
    }

    /** {@return how many look-ups found something that an invalidation had made stale} */
    long foundStale() {
        return stale.sum();
    }

    /** {@return how many times a request might have joined another's computation} */
    long mightJoin() {
        return joined.sum();
    }

    /** {@return the first mistakes} */
    List<Mistake> mistakes() {
        return mistakes.stream().limit(SHOWN).toList();
    }

    /** {@return the first mistakes of a kind} */
    List<Mistake> mistakes(Kind kind) {
        return mistakes.stream()
                .filter(mistake -> mistake.kind == kind)
                .limit(SHOWN)
                .toList();
    }
}
