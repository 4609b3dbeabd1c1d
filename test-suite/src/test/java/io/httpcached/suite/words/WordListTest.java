package io.httpcached.suite.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {

    private static final Path FILE = Path.of("module", "src", "main", "java", "Sample.java");

    private static final WordList WORDS = new WordList(List.of(
            "# A comment",
            "",
            "\\bevict\\w*\tinvalidate\tdata that changed is invalidated",
            "\\bonce more\\b\tagain\tarchaic",
            "^#+ What\\b\ta noun\ta heading",
            "!\\bstore evict\\w*\t**\ta bounded store makes room",
            "!\\bonce more\\b\tdocs/**\ta sample"));

    @Test
    void theMessageSaysFileLineWordAndReplacement() {
        assertThat(WORDS.check(FILE, "package x;\n\n// Evicts it.\n"))
                .containsExactly(FILE + ":3: \"Evicts\": use invalidate (data that changed is invalidated)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evict",
                "tagEvicted()",
                "MAX_EVICTIONS",
                "isEvicted",
                "once more",
                " * once\n     * more",
                "// once\n    // more",
                "\"once \"\n    + \"more\"",
                "## What happens",
                "text\n## What happens\ntext",
            })
    void aBannedWordIsReported(String content) {
        assertThat(WORDS.check(FILE, content)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convict",
                "nonce more",
                "once\n\nmore",
                "the store evicts",
                "the store\nevicts",
                "storeEvicts",
                "text ## What",
                "### Whatever"
            })
    void anythingElseIsNot(String content) {
        assertThat(WORDS.check(FILE, content)).isEmpty();
    }

    @Test
    void aPermissionHoldsForItsFilesOnly() {
        assertThat(WORDS.check(Path.of("docs", "page.md"), "once more")).isEmpty();
        assertThat(WORDS.check(Path.of("page.md"), "once more")).hasSize(1);
    }

    @Test
    void aPermissionDoesNotCoverAnotherWordOfTheLine() {
        assertThat(WORDS.check(FILE, "a\nthe store evicts what we\nevict"))
                .singleElement()
                .asString()
                .startsWith(FILE + ":3: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"word", "word\tinstead", "word\t\treason", "word\tinstead\treason\tmore", "(\tinstead\treason"})
    void anotherFormIsAnError(String line) {
        assertThatThrownBy(() -> new WordList(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(line);
    }
}
