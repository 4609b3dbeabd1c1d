package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Eviction;
import io.httpcached.engine.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoftEvictionTest {

    private static final List<String> TAGS = List.of("path:/a", "tag:b");
    private static final long LIFETIME = 600;

    private final FakeStore backend = new FakeStore();
    private final RemoteNode node = new RemoteNode(backend);
    private final RemoteNode other = new RemoteNode(backend);

    @BeforeEach
    void putAnEntry() {
        node.put(node.find(TAGS).generation(), TAGS, "1");
    }

    @Test
    void letsAnEntryBeAsOldAsIfItsFreshnessHadJustEnded() {
        assertThat(age()).isZero();
        other.evict("tag:b", Eviction.STALE);
        assertThat(age()).isEqualTo(LIFETIME);
    }

    @Test
    void letsItAgeFromThereOn() {
        other.evict("tag:b", Eviction.STALE);
        node.clock.advance(Duration.ofSeconds(7));
        assertThat(age()).isEqualTo(LIFETIME + 7);
    }

    @Test
    void doesNotConcernWhatIsComputedAfterIt() {
        other.evict("tag:b", Eviction.STALE);
        node.put(node.find(TAGS).generation(), TAGS, "2");
        assertThat(age()).isZero();
    }

    @Test
    void concernsWhatWasComputedBeforeItAndStoredAfterIt() {
        Generation before = node.find(TAGS).generation();
        other.evict("path:/a", Eviction.STALE);
        node.put(before, TAGS, "old");
        assertThat(age()).isEqualTo(LIFETIME);
    }

    @Test
    void letsNobodyJoinAComputationFromBeforeIt() {
        Generation before = node.find(TAGS).generation();
        other.evict("tag:b", Eviction.STALE);
        assertThat(node.find(TAGS).generation().unchangedSince(before, TAGS)).isFalse();
    }

    @Test
    void bringsNothingBackThatIsGone() {
        other.evict("tag:b", Eviction.GONE);
        other.evict("tag:b", Eviction.STALE);
        assertThat(node.response(TAGS)).isNull();
    }

    /** Whatever the other eviction does between the steps of this one. */
    @Test
    void bringsNothingBackThatIsEvictedMeanwhile() {
        for (int steps = 0; steps < 6; steps++) {
            putAnEntry();
            backend.before(steps, () -> other.evict("tag:b", Eviction.GONE));
            node.evict("tag:b", Eviction.STALE);
            if (backend.interrupted()) {
                assertThat(node.response(TAGS)).as("after %d steps", steps).isNull();
            }
        }
    }

    @Test
    void letsEntriesBeGoneWhereTheBackendCannotReplaceInOneStep() {
        backend.atomicReplace = false;
        other.evict("tag:b", Eviction.STALE);
        assertThat(node.response(TAGS)).isNull();
    }

    private long age() {
        StoredResponse response = Objects.requireNonNull(node.response(TAGS), "nothing found");
        return response.ageAt(node.clock.millis());
    }
}
