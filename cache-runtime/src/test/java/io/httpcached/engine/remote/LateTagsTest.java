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
    void invalidateTheEntriesThatCarryThem() {
        assertThat(node.put(node.lookup(KNOWN).snapshot(), ALL, "1")).isTrue();
        assertThat(other.body(KNOWN)).isEqualTo("1");
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void arePartOfTheLookupResult() {
        node.put(node.lookup(KNOWN).snapshot(), ALL, "1");
        assertThat(other.lookup(KNOWN).tags()).containsExactlyElementsOf(ALL);
    }

    @Test
    void keepAResponseFromBeforeTheirInvalidationFromBeingStoredAfterIt() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void keepAResponseFromBeforeASoftInvalidationFromBeingFreshAfterIt() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.MARK_STALE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** The tags of a response are not known while it is computed, so any invalidation may be of one of them. */
    @Test
    void preventStoringWhenAnythingWasInvalidatedMeanwhile() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        node.put(before, ALL, "1");
        assertThat(node.body(KNOWN)).isNull();
    }

    @Test
    void areKnownFromTheStartIfThePreviousResponseHadThem() {
        node.put(node.lookup(KNOWN).snapshot(), ALL, "1");
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        node.put(before, ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }

    @Test
    void ofThePreviousResponseStillInvalidateAnEarlierComputation() {
        node.put(node.lookup(KNOWN).snapshot(), ALL, "1");
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        node.put(before, ALL, "old");
        assertThat(node.body(KNOWN)).isNull();
    }

    /** The versions of the tags are read before that of any invalidation, which shows an invalidation in between. */
    @Test
    void areSafeFromAnInvalidationWhileTheyAreRead() {
        for (int steps = 0; steps < 12; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode invalidating = new RemoteNode(shared);
            TagSnapshot before = writing.lookup(KNOWN).snapshot();
            shared.before(steps, () -> invalidating.invalidate("tag:result", InvalidationMode.REMOVE));
            writing.put(before, ALL, "old");
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("invalidated before the %dth operation", steps)
                    .isNull();
        }
    }

    /** No step of an invalidation lets an earlier response be stored. */
    @Test
    void areSafeFromAResponseThatIsStoredWhileTheyAreInvalidated() {
        for (int steps = 0; steps < 4; steps++) {
            FakeStore shared = new FakeStore();
            RemoteNode writing = new RemoteNode(shared);
            RemoteNode invalidating = new RemoteNode(shared);
            TagSnapshot before = writing.lookup(KNOWN).snapshot();
            shared.before(steps, () -> writing.put(before, ALL, "old"));
            invalidating.invalidate("tag:result", InvalidationMode.REMOVE);
            assertThat(shared.interrupted() ? writing.body(KNOWN) : null)
                    .as("stored before the %dth operation", steps)
                    .isNull();
        }
    }

    @Test
    void letNoRequestJoinAFetchFromBeforeTheirInvalidation() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        TagSnapshot undisturbed = node.lookup(KNOWN).snapshot();
        assertThat(undisturbed.unchangedSince(before, ALL)).isTrue();
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        assertThat(node.lookup(KNOWN).snapshot().unchangedSince(before, ALL)).isFalse();
        assertThat(node.lookup(KNOWN).snapshot().unchangedSince(before, KNOWN)).isTrue();
    }

    @Test
    void canBeStoredAgainAfterAHitThatFoundTheirVersionMissing() {
        node.put(node.lookup(KNOWN).snapshot(), KNOWN, "1");
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        assertThat(node.body(KNOWN)).isEqualTo("1");
        node.put(node.lookup(KNOWN).snapshot(), ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }
}
