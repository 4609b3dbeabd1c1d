package io.httpcached.server.routing;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.server.report.RouteTotals;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the requests of a route were answered. Thread-safe. */
public final class RouteCounters {

    private final LongAdder hits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder collapsed = new LongAdder();
    private final LongAdder bypassed = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder stored = new LongAdder();

    /** Counts an answer. */
    public void count(Outcome outcome, boolean inBackground) {
        (inBackground ? refreshes : of(outcome)).increment();
        if (outcome.stored()) {
            stored.increment();
        }
    }

    private LongAdder of(Outcome outcome) {
        if (outcome.hit()) {
            return outcome.ttl() > 0 ? hits : staleHits;
        }
        if (outcome.collapsed()) {
            return collapsed;
        }
        boolean passedBy = outcome.forwarding() == Forwarding.BYPASS || outcome.forwarding() == Forwarding.METHOD;
        return passedBy ? bypassed : misses;
    }

    public RouteTotals totals() {
        return new RouteTotals(
                hits.sum(),
                staleHits.sum(),
                collapsed.sum(),
                misses.sum(),
                bypassed.sum(),
                refreshes.sum(),
                stored.sum());
    }
}
