package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.TagSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags that are known only when the handler has answered. */
class LateTagsTest {

    private static final List<String> KNOWN = List.of("path:/a");
    private static final List<String> ALL = List.of("path:/a", "tag:result");

    private final FakeStore backend = new FakeStore();
    private final RemoteNode node = new RemoteNode(backend);
    private final RemoteNode other = new RemoteNode(backend);

    @Test
    void invalidateWhatCarriesThem() {
        assertThat(node.put(node.find(KNOWN).snapshot(), ALL, "1")).isTrue();
        assertThat(other.body(KNOWN)).isEqualTo("1");
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void areToldWithWhatIsFound() {
        node.put(node.find(KNOWN).snapshot(), ALL, "1");
        assertThat(other.find(KNOWN).tags()).containsExactlyElementsOf(ALL);
    }

    @Test
    void keepWhatWasComputedBeforeTheirInvalidationFromBeingStoredAfterIt() {
        TagSnapshot before = node.find(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void keepWhatWasComputedBeforeTheyAgedFromBeingFreshAfterIt() {
        TagSnapshot before = node.find(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.MARK_STALE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** Which tags a response will have is not known while it is computed, so any invalidation may be of one. */
    @Test
    void letNothingBeStoredWhenAnythingWasInvalidatedMeanwhile() {
        TagSnapshot before = node.find(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        node.put(before, ALL, "1");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void thatTheLastResponseHadAreNoLongerLate() {
        node.put(node.find(KNOWN).snapshot(), ALL, "1");
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        TagSnapshot before = node.find(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        node.put(before, ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }

    @Test
    void thatWereInvalidatedMeanwhileAreNotRevivedByAnEarlierResponse() {
        node.put(node.find(KNOWN).snapshot(), ALL, "1");
        TagSnapshot before = node.find(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** The tags are read before what tells of any invalidation: what is invalidated in between is either missed or told of. */
    @Test
    void areSafeFromAnInvalidationWhileTheyAreRead() {
        for (int steps = 0; steps < 12; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode invalidating = new RemoteNode(shared);
            TagSnapshot before = writing.find(KNOWN).snapshot();
            shared.before(steps, () -> invalidating.invalidate("tag:result", InvalidationMode.REMOVE));
            writing.put(before, ALL, "old");
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("invalidated before the %dth operation", steps)
                    .isNull();
        }
    }

    /** Nor is there a moment in an invalidation that an earlier response could slip in at. */
    @Test
    void areSafeFromAResponseThatIsStoredWhileTheyAreInvalidated() {
        for (int steps = 0; steps < 4; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode invalidating = new RemoteNode(shared);
            TagSnapshot before = writing.find(KNOWN).snapshot();
            shared.before(steps, () -> writing.put(before, ALL, "old"));
            invalidating.invalidate("tag:result", InvalidationMode.REMOVE);
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("stored before the %dth operation", steps)
                    .isNull();
        }
    }

    @Test
    void letNobodyJoinAComputationFromBeforeTheirInvalidation() {
        TagSnapshot before = node.find(KNOWN).snapshot();
        TagSnapshot undisturbed = node.find(KNOWN).snapshot();
        assertThat(undisturbed.unchangedSince(before, ALL)).isTrue();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        assertThat(node.find(KNOWN).snapshot().unchangedSince(before, ALL)).isFalse();
        assertThat(node.find(KNOWN).snapshot().unchangedSince(before, KNOWN)).isTrue();
    }

    @Test
    void areStampedAgainAfterAHitThatFoundThatTheyCouldNot() {
        node.put(node.find(KNOWN).snapshot(), KNOWN, "1");
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        assertThat(node.body(KNOWN)).isEqualTo("1");
        node.put(node.find(KNOWN).snapshot(), ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }
}
