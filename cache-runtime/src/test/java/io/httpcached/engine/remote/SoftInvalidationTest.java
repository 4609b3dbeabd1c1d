package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.StoredResponse;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoftInvalidationTest {

    private static final List<String> TAGS = List.of("path:/a", "tag:b");
    private static final long LIFETIME = 600;

    private final FakeStore backend = new FakeStore();
    private final RemoteNode node = new RemoteNode(backend);
    private final RemoteNode other = new RemoteNode(backend);

    @BeforeEach
    void putAnEntry() {
        node.put(node.lookup(TAGS).snapshot(), TAGS, "1");
    }

    @Test
    void makesAnEntryAsOldAsIfItsFreshnessHadJustEnded() {
        assertThat(age()).isZero();
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        assertThat(age()).isEqualTo(LIFETIME);
    }

    @Test
    void letsItAgeFromThereOn() {
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        node.clock.advance(Duration.ofSeconds(7));
        assertThat(age()).isEqualTo(LIFETIME + 7);
    }

    @Test
    void doesNotAffectAResponseComputedAfterIt() {
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        node.put(node.lookup(TAGS).snapshot(), TAGS, "2");
        assertThat(age()).isZero();
    }

    @Test
    void affectsAResponseComputedBeforeItAndStoredAfterIt() {
        TagSnapshot before = node.lookup(TAGS).snapshot();
        other.invalidate("path:/a", InvalidationMode.MARK_STALE);
        node.put(before, TAGS, "old");
        assertThat(age()).isEqualTo(LIFETIME);
    }

    @Test
    void letsNoRequestJoinAFetchFromBeforeIt() {
        TagSnapshot before = node.lookup(TAGS).snapshot();
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        assertThat(node.lookup(TAGS).snapshot().unchangedSince(before, TAGS)).isFalse();
    }

    @Test
    void bringsNoRemovedEntryBack() {
        other.invalidate("tag:b", InvalidationMode.REMOVE);
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        assertThat(node.response(TAGS)).isNull();
    }

    /** Runs the other invalidation between each two steps of this one. */
    @Test
    void bringsNoEntryBackThatIsRemovedMeanwhile() {
        for (int steps = 0; steps < 6; steps++) {
            putAnEntry();
            backend.before(steps, () -> other.invalidate("tag:b", InvalidationMode.REMOVE));
            node.invalidate("tag:b", InvalidationMode.MARK_STALE);
            if (backend.interrupted()) {
                assertThat(node.response(TAGS)).as("after %d steps", steps).isNull();
            }
        }
    }

    @Test
    void removesEntriesWhereTheBackendCannotReplaceAtomically() {
        backend.atomicReplace = false;
        other.invalidate("tag:b", InvalidationMode.MARK_STALE);
        assertThat(node.response(TAGS)).isNull();
    }

    private long age() {
        StoredResponse response = Objects.requireNonNull(node.response(TAGS), "nothing found");
        return response.ageAt(node.clock.millis());
    }
}
