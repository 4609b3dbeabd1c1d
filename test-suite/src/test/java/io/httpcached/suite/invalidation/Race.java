package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.suite.invalidation.RaceStatistics.Kind;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Readers and writers of one key, with checks of the results. The rule is: a request that arrives after an invalidation
 * has completed never receives a response from data older than the change before it, and never waits for a handler run
 * that computes one.
 */
final class Race {

    static final CacheKey KEY = CacheKey.of("a thing");

    private final String name;
    private final Scenario scenario;
    private final RaceStatistics statistics;
    private final VersionedData data = new VersionedData();
    private final Queue<Reader> readers = new ConcurrentLinkedQueue<>();
    private final Queue<Join> joins = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Reader lastStored;

    /** A request that could have joined the handler run of an earlier one. */
    private record Join(Reader later, Reader earlier) {}

    /**
     * Creates a race.
     *
     * @param name the name of the race in messages
     * @param scenario the kind of invalidation
     * @param statistics the statistics that receive the results
     */
    Race(String name, Scenario scenario, RaceStatistics statistics) {
        this.name = scenario + " " + name;
        this.scenario = scenario;
        this.statistics = statistics;
    }

    Reader reader(EntryStore node) {
        Reader reader = new Reader(this, node);
        readers.add(reader);
        return reader;
    }

    Writer writer(EntryStore node) {
        return new Writer(this, node);
    }

    VersionedData data() {
        return data;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Looks up the key and checks the result. */
    CompletionStage<LookupResult> lookUp(EntryStore node) {
        int oldestAllowed = data.oldestAllowed();
        return node.lookup(KEY, StoreRequest.of(scenario.known(), new Deadline(), true))
                .thenApply(result -> {
                    check(result, oldestAllowed);
                    return result;
                });
    }

    /** Records the lookup of a reader, and the readers whose handler runs it could join instead of running its own. */
    void lookedUp(Reader later, TagSnapshot now) {
        for (Reader earlier : readers) {
            TagSnapshot before = earlier.snapshot();
            if (before != null && now.unchangedSince(before, scenario.all())) {
                joins.add(new Join(later, earlier));
            }
        }
    }

    void stored(Reader reader) {
        lastStored = reader;
    }

    /** Checks the whole race after all steps. */
    CompletionStage<Void> finish(EntryStore node) {
        statistics.race();
        joins.forEach(this::check);
        return lookUp(node).thenAccept(this::checkLoss);
    }

    private void check(LookupResult result, int oldestAllowed) {
        if (result.storeFailure() != null) {
            violation(Kind.STORE_FAILURE, result.storeFailure());
        }
        StoredResponse response = response(result);
        if (response == null) {
            return;
        }
        if (!VersionedResponses.isFresh(response)) {
            statistics.stale();
            return;
        }
        statistics.fresh();
        int version = VersionedResponses.version(response);
        if (version < oldestAllowed) {
            violation(
                    Kind.OUTDATED_RESPONSE,
                    "version " + version + " after the invalidation for version " + oldestAllowed);
        }
    }

    private void check(Join join) {
        statistics.joined();
        if (join.earlier.version() < join.later.oldestAllowed()) {
            violation(
                    Kind.OUTDATED_FETCH,
                    "version " + join.earlier.version() + " after the invalidation for version "
                            + join.later.oldestAllowed());
        }
    }

    /** Checks that an invalidation removes no entry that was computed after it. */
    private void checkLoss(LookupResult result) {
        Reader last = lastStored;
        if (last == null || last.oldestAllowed() < data.oldestAllowed()) {
            return;
        }
        StoredResponse response = response(result);
        if (response == null
                || !VersionedResponses.isFresh(response)
                || VersionedResponses.version(response) != last.version()) {
            violation(Kind.LOST_ENTRY, "version " + last.version());
        }
    }

    private static @Nullable StoredResponse response(LookupResult result) {
        return result.entry() instanceof Entry.Response entry ? entry.response() : null;
    }

    private void violation(Kind kind, String what) {
        statistics.violation(kind, name + ": " + what);
    }
}
