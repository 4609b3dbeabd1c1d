package io.httpcached.server.routing;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reads;
import io.httpcached.server.report.RouteReport;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of a route by outcome and cause, the bytes of their responses, and the runs of the handler. Thread-safe. */
public final class RouteCounters {

    private static final int NOT_MODIFIED = 304;

    private final LongAdder hits = new LongAdder();
    private final LongAdder nearHits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder collapsed = new LongAdder();
    private final LongAdder revalidated = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final CauseCounters misses = new CauseCounters();
    private final CauseCounters bypassed = new CauseCounters();
    private final CauseCounters notStored = new CauseCounters();
    private final LongAdder bytesFromCache = new LongAdder();
    private final LongAdder bytesFromHandler = new LongAdder();
    private final LongAdder handlerRuns = new LongAdder();
    private final LongAdder handlerNanos = new LongAdder();

    /**
     * Counts a request, or a background refresh.
     *
     * @param outcome the outcome
     * @param inBackground whether it is a refresh or warms the cache
     * @param reads the parts that the handler read beside the key
     */
    public void count(Outcome outcome, boolean inBackground, Reads reads) {
        if (outcome.hit()) {
            countHit(outcome, inBackground);
            return;
        }
        if (inBackground) {
            refreshes.increment();
        } else {
            countMiss(outcome);
        }
        if (outcome.stored()) {
            stored.increment();
        } else if (wasOfferedToStore(outcome)) {
            notStored.increment(reads.objection() == null ? Causes.ofNotStored(outcome.detail()) : Causes.UNKEYED_READ);
        }
    }

    private void countHit(Outcome outcome, boolean inBackground) {
        if (inBackground) {
            refreshes.increment();
        } else {
            (outcome.ttl() > 0 ? hits : staleHits).increment();
        }
        if (outcome.isNear()) {
            nearHits.increment();
        }
    }

    private void countMiss(Outcome outcome) {
        Forwarding reason = outcome.forwarding();
        if (outcome.collapsed()) {
            collapsed.increment();
        } else if (reason == null) {
            rejected.increment();
        } else if (isBypass(reason)) {
            bypassed.increment(Causes.ofBypass(outcome));
        } else if (reason == Forwarding.STALE && outcome.stored() && outcome.forwardStatus() == NOT_MODIFIED) {
            revalidated.increment();
        } else {
            misses.increment(Causes.ofMiss(reason));
        }
    }

    private static boolean wasOfferedToStore(Outcome outcome) {
        return outcome.forwarding() != null && !outcome.collapsed() && !isBypass(outcome.forwarding());
    }

    private static boolean isBypass(Forwarding reason) {
        return reason == Forwarding.BYPASS || reason == Forwarding.METHOD;
    }

    /**
     * Counts the bytes of a response's body.
     *
     * @param bytes the number of bytes
     * @param fromCache whether the response came from the store or from the handler run of another request
     */
    public void countBytes(long bytes, boolean fromCache) {
        (fromCache ? bytesFromCache : bytesFromHandler).add(bytes);
    }

    /**
     * Counts a run of the handler.
     *
     * @param nanos its duration in nanoseconds, to the response with its headers
     */
    public void countHandlerRun(long nanos) {
        handlerRuns.increment();
        handlerNanos.add(nanos);
    }

    /** {@return the misses by cause} */
    public CauseCounters misses() {
        return misses;
    }

    /** {@return the requests that bypassed the cache, by cause} */
    public CauseCounters bypassed() {
        return bypassed;
    }

    /** {@return the handler responses that were not stored, by cause} */
    public CauseCounters notStored() {
        return notStored;
    }

    /** {@return the counts} */
    public RouteReport.Totals totals() {
        return new RouteReport.Totals(
                hits.sum(),
                nearHits.sum(),
                staleHits.sum(),
                collapsed.sum(),
                revalidated.sum(),
                rejected.sum(),
                refreshes.sum(),
                stored.sum(),
                misses.totals(),
                bypassed.totals(),
                notStored.totals(),
                bytesFromCache.sum(),
                bytesFromHandler.sum(),
                handlerRuns.sum(),
                handlerNanos.sum());
    }
}
