package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void thePathTagIgnoresOneSlashAtTheEnd() {
        assertThat(Tags.path("/a/")).isEqualTo("path:/a");
        assertThat(Tags.path("/a")).isEqualTo("path:/a");
        assertThat(Tags.path("/")).isEqualTo("path:/");
        assertThat(Tags.path("")).isEqualTo("path:/");
    }

    @Test
    void eachKindOfTagHasItsPrefix() {
        assertThat(Tags.named("a")).isEqualTo("tag:a");
        assertThat(Tags.namespace("a")).isEqualTo("namespace:a");
    }

    @Test
    void theUnionHasEachTagOnce() {
        List<String> tags = List.of("a", "b");
        assertThat(Tags.union(tags, List.of("c", "a"))).containsExactly("a", "b", "c");
        assertThat(Tags.union(tags, List.of("b"))).isSameAs(tags);
        assertThat(Tags.union(tags, List.of())).isSameAs(tags);
    }
}
