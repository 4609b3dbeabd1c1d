package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagVersionStoreTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final EntryTag TAG = new EntryTag("tag", 7, 8);

    private final FakeStore store = new FakeStore();
    private final MutableClock clock = new MutableClock();

    @Test
    void aVersionThatNoEntryWasWrittenWithExpiresSoon() {
        createVersion();
        assertThat(store.ttls.values()).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void aVersionHasTheFullTimeToLiveWhereItCannotBeExtended() {
        store.extendsLife = false;
        createVersion();
        assertThat(store.ttls.values()).containsExactly(WEEK);
    }

    @Test
    void aVersionDoesNotOutliveTheConfiguredTimeToLive() {
        versions(Duration.ofMinutes(1)).createMissing(List.of("tag"), TagVersions.NONE);
        assertThat(store.ttls.values()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void onlyVersionsThatAnotherNodeCreatedAreRead() {
        TagVersions own = create(List.of("a"), TagVersions.NONE);
        assertThat(own.missing(List.of("a"))).isEmpty();
        assertThat(store.gets).hasValue(0);
        TagVersions theirs = create(List.of("a", "b"), TagVersions.NONE);
        assertThat(store.gets).hasValue(1);
        assertThat(theirs.byTag().get("a")).isNotNull().isEqualTo(own.byTag().get("a"));
        assertThat(create(List.of("a"), own)).isSameAs(own);
        assertThat(store.gets).hasValue(1);
    }

    @Test
    void theTimeToLiveOfNoTagsIsNotExtended() {
        assertThat(versions(WEEK).keep(List.of(), HOUR).toCompletableFuture()).isCompleted();
        assertThat(store.asked).hasValue(0);
    }

    @Test
    void aVersionIsExtendedOnlyWhereAnEntryWouldOutliveIt() {
        TagVersionStore versions = versions(WEEK);
        keep(versions, TAG, HOUR);
        assertThat(store.asked).hasValue(1);
        assertThat(store.ttls.values()).containsExactly(WEEK);
        clock.advance(WEEK.minus(HOUR));
        keep(versions, TAG, HOUR);
        assertThat(store.asked).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        keep(versions, TAG, HOUR);
        assertThat(store.asked).hasValue(2);
        keep(versions, TAG, WEEK);
        assertThat(store.asked).hasValue(2);
    }

    @Test
    void aNewVersionOfATagIsExtended() {
        TagVersionStore versions = versions(WEEK);
        keep(versions, TAG, HOUR);
        keep(versions, new EntryTag(TAG.tag(), TAG.existence() + 1, TAG.freshness()), HOUR);
        assertThat(store.asked).hasValue(2);
    }

    @Test
    void aFailedExtensionIsRepeated() {
        TagVersionStore versions = versions(WEEK);
        store.failure = new IllegalStateException("down");
        assertThat(versions.keep(List.of(TAG), HOUR).toCompletableFuture()).isCompletedExceptionally();
        store.failure = null;
        keep(versions, TAG, HOUR);
        assertThat(store.asked).hasValue(2);
    }

    private static void keep(TagVersionStore versions, EntryTag tag, Duration entryTtl) {
        assertThat(versions.keep(List.of(tag), entryTtl).toCompletableFuture()).isCompleted();
    }

    private TagVersions create(List<String> tags, TagVersions known) {
        return versions(WEEK).createMissing(tags, known).toCompletableFuture().join();
    }

    private TagVersionStore versions(Duration ttl) {
        RemoteKeys keys = new RemoteKeys("", "");
        RemoteInvalidationLog log = new RemoteInvalidationLog(store, keys, ttl, new Random(1));
        return new TagVersionStore(store, keys, ttl, new Random(1), log, clock);
    }

    private void createVersion() {
        create(List.of("tag"), TagVersions.NONE);
    }
}
