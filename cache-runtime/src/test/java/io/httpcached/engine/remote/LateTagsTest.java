package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.TagSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tags that are known only when the handler has answered. */
class LateTagsTest {

    private static final List<String> KNOWN = List.of("path:/a");
    private static final List<String> ALL = List.of("path:/a", "tag:result");

    private static final String POSITION = "p:i";

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

    @Test
    void doNotPreventStoringWhenOthersWereInvalidatedMeanwhile() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        other.invalidate("tag:other", InvalidationMode.MARK_STALE);
        assertThat(node.put(before, ALL, "1")).isTrue();
        assertThat(node.body(KNOWN)).isEqualTo("1");
    }

    /** Without a log, any invalidation may be of one of the tags, which are not known while the response is computed. */
    @Test
    void preventStoringWhenAnythingWasInvalidatedMeanwhileInABackendThatCannotCount() {
        backend.atomicIncrement = false;
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        assertThat(node.put(before, ALL, "1")).isFalse();
        assertThat(node.body(KNOWN)).isNull();
        assertThat(node.put(node.lookup(KNOWN).snapshot(), ALL, "2")).isTrue();
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }

    @Test
    void doNotPreventStoringWhenSeveralNodesCreatedThePositionAtOnce() {
        backend.before(1, () -> other.lookup(List.of("path:/b")));
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        assertThat(backend.interrupted()).isTrue();
        assertThat(node.put(before, ALL, "1")).isTrue();
    }

    @Test
    void doNotPreventStoringWhenAnotherNodeCreatedThePositionAfterwards() {
        AtomicReference<@Nullable TagSnapshot> meanwhile = new AtomicReference<>();
        backend.before(1, () -> meanwhile.set(other.lookup(KNOWN).snapshot()));
        node.lookup(KNOWN);
        assertThat(other.put(Objects.requireNonNull(meanwhile.get()), ALL, "1")).isTrue();
    }

    @Test
    void preventStoringWhenTheRecordOfAnInvalidationIsLost() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        String record = lastRecord();
        backend.values.remove(record);
        assertThat(node.put(before, ALL, "1")).isFalse();
    }

    /** A node writes the record of an invalidation after it has taken its position. */
    @Test
    void waitForARecordThatIsBeingWritten() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        String record = lastRecord();
        byte[] tags = Objects.requireNonNull(backend.values.remove(record));
        // Creates the version of the tag, reads the position, and then the record for the first time.
        backend.before(3, () -> backend.values.put(record, tags));
        assertThat(node.put(before, ALL, "1")).isTrue();
        assertThat(backend.interrupted()).isTrue();
    }

    @Test
    void preventStoringWhenARecordIsDamaged() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        backend.values.replaceAll((key, value) -> key.startsWith("p:i:") ? new byte[] {'x'} : value);
        assertThat(node.put(before, ALL, "1")).isFalse();
    }

    @Test
    void preventStoringWhenThePositionIsLost() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        backend.values.remove(POSITION);
        assertThat(node.put(before, ALL, "1")).isFalse();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        assertThat(node.put(before, ALL, "1")).isFalse();
    }

    @Test
    void preventStoringWhenThePositionWentBack() {
        node.lookup(KNOWN);
        byte[] earlier = Objects.requireNonNull(backend.values.get(POSITION));
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        backend.values.put(POSITION, earlier);
        assertThat(node.put(before, ALL, "1")).isFalse();
    }

    @Test
    void preventStoringAfterMoreInvalidationsThanAreRead() {
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        for (int i = 0; i < RemoteInvalidationLog.MAXIMUM_DISTANCE; i++) {
            other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        }
        assertThat(node.put(before, ALL, "1")).isTrue();
        other.invalidate("tag:unrelated", InvalidationMode.REMOVE);
        assertThat(node.put(before, ALL, "2")).isFalse();
    }

    @Test
    void preventStoringAfterAnInvalidationOfMoreTagsThanARecordHas() {
        List<String> many = IntStream.rangeClosed(0, RemoteInvalidationLog.MAXIMUM_TAGS)
                .mapToObj(i -> "tag:" + i)
                .toList();
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        other.invalidate(many.subList(1, many.size()), InvalidationMode.REMOVE);
        assertThat(node.put(before, ALL, "1")).isTrue();
        other.invalidate(many, InvalidationMode.REMOVE);
        assertThat(node.put(before, ALL, "2")).isFalse();
    }

    /** A full backend accepts removals, and no other writes. */
    @Test
    void areInvalidatedInABackendThatRejectsTheIncrement() {
        node.put(node.lookup(KNOWN).snapshot(), ALL, "1");
        TagSnapshot before = node.lookup(KNOWN).snapshot();
        backend.full = true;
        other.invalidate("tag:result", InvalidationMode.REMOVE);
        backend.full = false;
        assertThat(node.body(KNOWN)).isNull();
        assertThat(node.put(before, ALL, "old")).isTrue();
        assertThat(node.body(KNOWN)).isNull();
        assertThat(node.put(before, List.of("path:/a", "tag:result", "tag:late"), "old"))
                .isFalse();
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
    void canBeStoredAgainAfterAHitThatFoundThePositionMissing() {
        node.put(node.lookup(KNOWN).snapshot(), KNOWN, "1");
        backend.values.remove(POSITION);
        assertThat(node.body(KNOWN)).isEqualTo("1");
        node.put(node.lookup(KNOWN).snapshot(), ALL, "2");
        assertThat(node.body(KNOWN)).isEqualTo("2");
    }

    private String lastRecord() {
        return "p:i:" + new String(Objects.requireNonNull(backend.values.get(POSITION)), US_ASCII);
    }
}
