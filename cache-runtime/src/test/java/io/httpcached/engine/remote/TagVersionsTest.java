package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagVersionsTest {

    private static final TagVersion A = new TagVersion(1, 2, 0);
    private static final TagVersion B = new TagVersion(3, 4, 0);
    private static final long EARLY = 5;
    private static final long LATE = 6;
    private static final TagVersions BOTH = new TagVersions(Map.of("a", A, "b", B), EARLY);

    @Test
    void anEntryMatchesIfAllItsTagsExistAsBefore() {
        assertThat(BOTH.match(List.of(new EntryTag("a", 1, 2), new EntryTag("b", 3, 99))))
                .isTrue();
        assertThat(BOTH.match(List.of(new EntryTag("a", 1, 2), new EntryTag("b", 9, 4))))
                .isFalse();
        assertThat(BOTH.match(List.of(new EntryTag("c", 1, 2)))).isFalse();
    }

    @Test
    void anEntryIsStaleSinceTheFirstOfItsTagsWasMarkedStale() {
        TagVersions now = new TagVersions(Map.of("a", new TagVersion(1, 7, 20), "b", new TagVersion(3, 8, 10)), EARLY);
        assertThat(now.staleSince(List.of(new EntryTag("a", 1, 2), new EntryTag("b", 3, 4))))
                .isEqualTo(10);
        assertThat(now.staleSince(List.of(new EntryTag("a", 1, 2), new EntryTag("b", 3, 8))))
                .isEqualTo(20);
        assertThat(now.staleSince(List.of(new EntryTag("a", 1, 7), new EntryTag("c", 3, 4))))
                .isEqualTo(TagVersions.NEVER);
    }

    @Test
    void anEntryCarriesTheVersionsOfAllItsTagsOrNone() {
        assertThat(BOTH.entryTags(List.of("b", "a"))).containsExactly(new EntryTag("b", 3, 4), new EntryTag("a", 1, 2));
        assertThat(BOTH.entryTags(List.of("a", "c"))).isNull();
        assertThat(BOTH.missing(List.of("a", "c", "d"))).containsExactly("c", "d");
    }

    @Test
    void aTagIsUnchangedWithTheSameVersion() {
        TagVersions marked = new TagVersions(Map.of("a", new TagVersion(1, 7, 20), "b", B), EARLY);
        assertThat(BOTH.unchangedSince(BOTH, List.of("a", "b"))).isTrue();
        assertThat(marked.unchangedSince(BOTH, List.of("b"))).isTrue();
        assertThat(marked.unchangedSince(BOTH, List.of("b", "a"))).isFalse();
        assertThat(BOTH.unchangedSince(TagVersions.UNKNOWN, List.of())).isFalse();
        assertThat(TagVersions.UNKNOWN.unchangedSince(BOTH, List.of())).isFalse();
    }

    @Test
    void aTagWithoutAVersionIsUnchangedIfNothingWasInvalidated() {
        TagVersions withoutA = new TagVersions(Map.of(), EARLY);
        TagVersions later = new TagVersions(Map.of("a", A), LATE);
        assertThat(BOTH.unchangedSince(withoutA, List.of("a"))).isTrue();
        assertThat(withoutA.unchangedSince(BOTH, List.of("a"))).isTrue();
        assertThat(later.unchangedSince(withoutA, List.of("a"))).isFalse();
        assertThat(withoutA.unchangedSince(later, List.of("a"))).isFalse();
        TagVersions none = new TagVersions(Map.of("a", A), RemoteInvalidationLog.UNKNOWN);
        assertThat(none.unchangedSince(withoutA, List.of("a"))).isFalse();
        assertThat(none.unchangedSince(none, List.of("b"))).isFalse();
        assertThat(none.at(LATE).unchangedSince(later, List.of("b"))).isTrue();
        assertThat(none.allowsLateTags()).isFalse();
        assertThat(BOTH.allowsLateTags()).isTrue();
    }

    @Test
    void theTextHasEachTagWithItsVersionInAnyOrderOfTheTags() {
        assertThat(BOTH.text(List.of("b", "a"))).isEqualTo("1:a" + A + ";1:b" + B + ";");
        assertThat(BOTH.text(List.of("a", "b"))).isEqualTo(BOTH.text(List.of("b", "a")));
    }

    @Test
    void aVersionIsDecodedAsItWasEncoded() {
        TagVersion version = TagVersion.random(new Random(1));
        assertThat(version.existence()).isNotZero().isNotEqualTo(version.freshness());
        assertThat(TagVersion.decode(version.encode())).isEqualTo(version);
        TagVersion stale = version.markStale(new Random(2), 42);
        assertThat(stale.existence()).isEqualTo(version.existence());
        assertThat(stale.freshness()).isNotZero().isNotEqualTo(version.freshness());
        assertThat(stale.markedStaleAtMillis()).isEqualTo(42);
        assertThat(TagVersion.decode(stale.encode())).isEqualTo(stale);
        assertThat(TagVersion.decode(new byte[23])).isNull();
        assertThat(TagVersion.decode(null)).isNull();
    }
}
