package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that the native executable contains all resources. It includes only those that match a pattern in
 * {@code resource-config.json}.
 */
class NativeResourcesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CONFIG =
            RESOURCES.resolve("META-INF/native-image/io.httpcached/httpcached-example-catalog/resource-config.json");
    private static final Pattern QUOTED = Pattern.compile("\"pattern\": \"([^\"]+)\"");

    @Test
    void everyResourceMatchesAPattern() throws IOException {
        List<Pattern> patterns = patterns();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(RESOURCES::relativize)
                            .filter(file -> !file.startsWith("META-INF/native-image")))
                    .isNotEmpty()
                    .allMatch(file -> patterns.stream().anyMatch(pattern -> pattern.matcher(file.toString())
                            .matches()));
        }
    }

    private static List<Pattern> patterns() throws IOException {
        Matcher matcher = QUOTED.matcher(Files.readString(CONFIG));
        return matcher.results()
                .map(result -> result.group(1).replace("\\\\", "\\"))
                .map(Pattern::compile)
                .toList();
    }
}
