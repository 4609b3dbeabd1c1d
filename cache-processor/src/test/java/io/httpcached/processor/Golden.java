package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expected texts that are kept beside the test sources, compared byte for byte.
 *
 * <p>After a wanted change of the generated code, run the tests once with {@code -Dgolden.update=true}, which writes
 * what was generated over what was expected, and review the difference:
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

    /** {@return what a directory of the test resources holds, sorted} */
    static List<Path> children(String directory) {
        try (Stream<Path> children = Files.list(resource(directory))) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a text with the expected one, or makes it the expected one. */
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
