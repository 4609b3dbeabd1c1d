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

    private void createVersion() {
        new TagVersionStore(store, new RemoteKeys(""), WEEK, new Random(1), Clock.systemUTC())
                .createMissing(List.of("tag"), TagVersions.NONE);
    }
}
