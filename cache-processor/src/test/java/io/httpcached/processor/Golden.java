package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expected texts in the test resources, compared byte by byte.
 *
 * <p>After an intended change, run the tests once with {@code -Dgolden.update=true}, which replaces the expected texts, and
 * review the diff:
 *
 * <pre>mvn test -pl cache-processor -am -Dgolden.update=true &amp;&amp; git diff cache-processor/src/test/resources</pre>
 */
final class Golden {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** {@return a file or directory of the test resources, in the source tree} */
    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    /** {@return the files of a directory of the test resources, sorted} */
    static List<Path> children(String directory) {
        try (Stream<Path> children = Files.list(resource(directory))) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a text with the expected text, or replaces the expected text. */
    static void assertMatches(Path expected, String actual) {
        try {
            if (UPDATE) {
                Files.createDirectories(expected.getParent());
                Files.writeString(expected, actual);
            }
            assertThat(expected).exists();
            assertThat(actual).as("%s", expected).isEqualTo(Files.readString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
