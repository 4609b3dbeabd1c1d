package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.store.StoreCapabilities;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which keys versions of an application share, and that each key is valid in every backend. */
class RemoteKeysTest {

    private static final CacheKey KEY = CacheKey.of("page");

    private final RemoteKeys old = new RemoteKeys("p:", "1.4");
    private final RemoteKeys recent = new RemoteKeys("p:", "1.5");

    @Test
    void versionSeparatesEntriesVariantsAndLeases() {
        assertThat(old.entry(KEY)).startsWith("p:e@1.4:").isNotEqualTo(recent.entry(KEY));
        assertThat(old.entry(KEY.variant("a"))).isNotEqualTo(recent.entry(KEY.variant("a")));
        assertThat(old.lease(KEY, List.of(), TagVersions.NONE))
                .startsWith("p:l@1.4:")
                .isNotEqualTo(recent.lease(KEY, List.of(), TagVersions.NONE));
    }

    @Test
    void versionsShareTagVersions() {
        assertThat(old.tagVersion("tag:a")).isEqualTo(recent.tagVersion("tag:a"));
    }

    /** The prefix of an application contains its name, and the name may equal a letter or the version of another. */
    @Test
    void nameAndVersionAreNeverMistakenForEachOther() {
        Stream<RemoteKeys> applications = Stream.of(
                new RemoteKeys("p:", ""),
                new RemoteKeys("p:", "e"),
                new RemoteKeys("p:e:", ""),
                new RemoteKeys("p:e:", "e"),
                new RemoteKeys("p:v:", ""));
        assertThat(applications.flatMap(
                        keys -> Stream.of(keys.entry(KEY), keys.lease(KEY, List.of(), TagVersions.NONE))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "release 7", "ü", "a:b", "~", "\n", "0123456789012345678901234567890123456789-"})
    void anyVersionMakesValidKeys(String version) {
        RemoteKeys keys = new RemoteKeys("p".repeat(100), version);
        assertThat(Stream.of(keys.entry(KEY), keys.tagVersion("a"), keys.lease(KEY, List.of(), TagVersions.NONE)))
                .allSatisfy(key -> assertThat(key)
                        .matches("[\\x21-\\x7E]+")
                        .hasSizeLessThanOrEqualTo(StoreCapabilities.MAXIMUM_KEY_LENGTH));
        assertThat(KeySegment.of(version))
                .doesNotContain(":")
                .isNotEqualTo(KeySegment.of(KeySegment.of(version) + "x"));
    }
}
