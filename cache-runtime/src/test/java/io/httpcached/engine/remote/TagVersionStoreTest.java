package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagVersionStoreTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final FakeStore store = new FakeStore();

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
        assertThat(versions(WEEK).keep(List.of()).toCompletableFuture()).isCompleted();
        assertThat(store.asked).hasValue(0);
    }

    private TagVersions create(List<String> tags, TagVersions known) {
        return versions(WEEK).createMissing(tags, known).toCompletableFuture().join();
    }

    private TagVersionStore versions(Duration ttl) {
        RemoteKeys keys = new RemoteKeys("", "");
        RemoteInvalidationLog log = new RemoteInvalidationLog(store, keys, ttl, new Random(1));
        return new TagVersionStore(store, keys, ttl, new Random(1), log, Clock.systemUTC());
    }

    private void createVersion() {
        create(List.of("tag"), TagVersions.NONE);
    }
}
