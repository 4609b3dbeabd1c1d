package io.httpcached.server.routing;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reads;
import io.httpcached.server.report.RouteReport;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of a route by outcome. Thread-safe. */
public final class RouteCounters {

    private final LongAdder hits = new LongAdder();
    private final LongAdder nearHits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder collapsed = new LongAdder();
    private final LongAdder bypassed = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder notStoredForReads = new LongAdder();

    /**
     * Counts a request, or a background refresh.
     *
     * @param outcome the outcome
     * @param inBackground whether it is a refresh or warms the cache
     * @param reads the parts that the handler read beside the key
     */
    public void count(Outcome outcome, boolean inBackground, Reads reads) {
        (inBackground ? refreshes : counter(outcome)).increment();
        if (outcome.isNear()) {
            nearHits.increment();
        }
        if (outcome.stored()) {
            stored.increment();
        }
        if (reads.objection() != null) {
            notStoredForReads.increment();
        }
    }

    private LongAdder counter(Outcome outcome) {
        if (outcome.hit()) {
            return outcome.ttl() > 0 ? hits : staleHits;
        }
        if (outcome.collapsed()) {
            return collapsed;
        }
        boolean isBypass = outcome.forwarding() == Forwarding.BYPASS || outcome.forwarding() == Forwarding.METHOD;
        return isBypass ? bypassed : misses;
    }

    public RouteReport.Totals totals() {
        return new RouteReport.Totals(
                hits.sum(),
                staleHits.sum(),
                collapsed.sum(),
                misses.sum(),
                bypassed.sum(),
                refreshes.sum(),
                stored.sum(),
                notStoredForReads.sum(),
                nearHits.sum());
    }
}
