package io.httpcached.suite.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/contributing/http-conformance.md} are the cases, all of them and nothing else. With
 * {@code -Dhttp.document=write} this test writes them instead of comparing them.
 */
class HttpDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "contributing", "http-conformance.md");
    private static final boolean WRITE = "write".equals(System.getProperty("http.document"));

    @Test
    void theTablesAreTheCases() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document;
        for (Section section : CaseFiles.read()) {
            expected = withTable(expected, section);
        }
        if (WRITE) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/contributing/http-conformance.md; -Dhttp.document=write updates its tables")
                .isEqualTo(expected);
    }

    private static String withTable(String document, Section section) {
        String begin = "<!-- cases of " + section.name() + " -->\n";
        String end = "<!-- end -->\n";
        Matcher place = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(document);
        assertThat(place.find()).as("a place for the table: " + begin).isTrue();
        String table = begin + '\n' + CaseTable.of(section) + '\n' + end;
        return place.replaceFirst(Matcher.quoteReplacement(table));
    }
}
