package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.Eviction;
import io.httpcached.engine.Generation;
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
    void evictWhatCarriesThem() {
        assertThat(node.put(node.find(KNOWN).generation(), ALL, "1")).isTrue();
        assertThat(other.body(KNOWN)).isEqualTo("1");
        other.evict("tag:result", Eviction.GONE);
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void areToldWithWhatIsFound() {
        node.put(node.find(KNOWN).generation(), ALL, "1");
        assertThat(other.find(KNOWN).tags()).containsExactlyElementsOf(ALL);
    }

    @Test
    void keepWhatWasComputedBeforeTheirEvictionFromBeingStoredAfterIt() {
        Generation before = node.find(KNOWN).generation();
        other.evict("tag:result", Eviction.GONE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void keepWhatWasComputedBeforeTheyAgedFromBeingFreshAfterIt() {
        Generation before = node.find(KNOWN).generation();
        other.evict("tag:result", Eviction.STALE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** Which tags a response will have is not known while it is computed, so any eviction may be of one. */
    @Test
    void letNothingBeStoredWhenAnythingWasEvictedMeanwhile() {
        Generation before = node.find(KNOWN).generation();
        other.evict("tag:unrelated", Eviction.GONE);
        node.put(before, ALL, "1");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void thatTheLastResponseHadAreNoLongerLate() {
        node.put(node.find(KNOWN).generation(), ALL, "1");
        other.evict("tag:result", Eviction.GONE);
        Generation before = node.find(KNOWN).generation();
        other.evict("tag:unrelated", Eviction.GONE);
        node.put(before, ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }

    @Test
    void thatWereEvictedMeanwhileAreNotRevivedByAnEarlierResponse() {
        node.put(node.find(KNOWN).generation(), ALL, "1");
        Generation before = node.find(KNOWN).generation();
        other.evict("tag:result", Eviction.GONE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** The tags are read before what tells of any eviction: what is evicted in between is either missed or told of. */
    @Test
    void areSafeFromAnEvictionWhileTheyAreRead() {
        for (int steps = 0; steps < 12; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode evicting = new RemoteNode(shared);
            Generation before = writing.find(KNOWN).generation();
            shared.before(steps, () -> evicting.evict("tag:result", Eviction.GONE));
            writing.put(before, ALL, "old");
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("evicted before the %dth operation", steps)
                    .isNull();
        }
    }

    /** Nor is there a moment in an eviction that an earlier response could slip in at. */
    @Test
    void areSafeFromAResponseThatIsStoredWhileTheyAreEvicted() {
        for (int steps = 0; steps < 4; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode evicting = new RemoteNode(shared);
            Generation before = writing.find(KNOWN).generation();
            shared.before(steps, () -> writing.put(before, ALL, "old"));
            evicting.evict("tag:result", Eviction.GONE);
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("stored before the %dth operation", steps)
                    .isNull();
        }
    }

    @Test
    void letNobodyJoinAComputationFromBeforeTheirEviction() {
        Generation before = node.find(KNOWN).generation();
        Generation undisturbed = node.find(KNOWN).generation();
        assertThat(undisturbed.unchangedSince(before, ALL)).isTrue();
        other.evict("tag:result", Eviction.GONE);
        assertThat(node.find(KNOWN).generation().unchangedSince(before, ALL)).isFalse();
        assertThat(node.find(KNOWN).generation().unchangedSince(before, KNOWN)).isTrue();
    }

    @Test
    void areStampedAgainAfterAHitThatFoundThatTheyCouldNot() {
        node.put(node.find(KNOWN).generation(), KNOWN, "1");
        other.evict("tag:unrelated", Eviction.GONE);
        assertThat(node.body(KNOWN)).isEqualTo("1");
        node.put(node.find(KNOWN).generation(), ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }
}
