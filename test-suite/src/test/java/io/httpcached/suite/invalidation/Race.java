package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.suite.invalidation.Tally.Kind;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Readers and writers of one key, and a judge of what they find. The rule: whoever asks after an invalidation has completed is
 * given nothing that was computed from data older than the change before it, and waits for nobody who computes it.
 */
final class Race {

    static final CacheKey KEY = CacheKey.of("a thing");

    private final String name;
    private final Scenario scenario;
    private final Tally tally;
    private final Truth truth = new Truth();
    private final Queue<Reader> readers = new ConcurrentLinkedQueue<>();
    private final Queue<Join> joins = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Reader lastStored;

    /** A request might have been given what another's handler answers. */
    private record Join(Reader later, Reader earlier) {}

    /**
     * Creates a race.
     *
     * @param name what tells it from others, for messages
     * @param scenario what is invalidated in it
     * @param tally is told what came of it
     */
    Race(String name, Scenario scenario, Tally tally) {
        this.name = scenario + " " + name;
        this.scenario = scenario;
        this.tally = tally;
    }

    Reader reader(EntryStore node) {
        Reader reader = new Reader(this, node);
        readers.add(reader);
        return reader;
    }

    Writer writer(EntryStore node) {
        return new Writer(this, node);
    }

    Truth truth() {
        return truth;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Looks the key up, and judges what is found. */
    CompletionStage<LookupResult> lookUp(EntryStore node) {
        int oldestAllowed = truth.oldestAllowed();
        return node.lookup(KEY, StoreRequest.of(scenario.known(), new Deadline()))
                .thenApply(result -> {
                    judge(result, oldestAllowed);
                    return result;
                });
    }

    /** Notes that a reader looked up, and whose computations it might join rather than run its handler. */
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

    /** Judges the race as a whole, once all have taken their steps. */
    CompletionStage<Void> finish(EntryStore node) {
        tally.race();
        joins.forEach(this::judge);
        return lookUp(node).thenAccept(this::judgeLoss);
    }

    private void judge(LookupResult result, int oldestAllowed) {
        if (result.storeFailure() != null) {
            mistake(Kind.FAILED, result.storeFailure());
        }
        StoredResponse response = response(result);
        if (response == null) {
            return;
        }
        if (!Versions.isFresh(response)) {
            tally.stale();
            return;
        }
        tally.fresh();
        int version = Versions.version(response);
        if (version < oldestAllowed) {
            mistake(Kind.OLD_ANSWER, "version " + version + " after the invalidation for version " + oldestAllowed);
        }
    }

    private void judge(Join join) {
        tally.joined();
        if (join.earlier.version() < join.later.oldestAllowed()) {
            mistake(
                    Kind.OLD_COMPUTATION,
                    "version " + join.earlier.version() + " after the invalidation for version "
                            + join.later.oldestAllowed());
        }
    }

    /** An invalidation costs nothing that was computed after it. */
    private void judgeLoss(LookupResult result) {
        Reader last = lastStored;
        if (last == null || last.oldestAllowed() < truth.oldestAllowed()) {
            return;
        }
        StoredResponse response = response(result);
        if (response == null || !Versions.isFresh(response) || Versions.version(response) != last.version()) {
            mistake(Kind.LOST, "version " + last.version());
        }
    }

    private static @Nullable StoredResponse response(LookupResult result) {
        return result.entry() instanceof Entry.Response entry ? entry.response() : null;
    }

    private void mistake(Kind kind, String what) {
        tally.mistake(kind, name + ": " + what);
    }
}
