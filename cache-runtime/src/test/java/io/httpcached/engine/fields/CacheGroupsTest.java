package io.httpcached.engine.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Fields;
import org.junit.jupiter.api.Test;

class CacheGroupsTest {

    @Test
    void readsTheGroupsOfAResponseOnceEach() {
        Fields fields = Fields.of("Cache-Groups", "\"a\", \"b\"", "Cache-Groups", "\"a\";x=1");
        assertThat(CacheGroups.of(fields)).containsExactly("a", "b");
        assertThat(CacheGroups.invalidatedBy(fields)).isEmpty();
    }

    @Test
    void readsTheGroupsThatAResponseInvalidates() {
        Fields fields = Fields.of("Cache-Group-Invalidation", "\"a\"");
        assertThat(CacheGroups.invalidatedBy(fields)).containsExactly("a");
        assertThat(CacheGroups.of(fields)).isEmpty();
    }

    @Test
    void ignoresAFieldThatIsNoListOfStrings() {
        for (String value : new String[] {"a", "\"a\", 1", "\"a", "\"a\", b", "(\"a\")"}) {
            assertThat(CacheGroups.of(Fields.of("Cache-Groups", value))).isEmpty();
        }
        assertThat(CacheGroups.of(Fields.EMPTY)).isEmpty();
    }
}
