package io.httpcached.suite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A native executable of an example contains only the resources that match a pattern of {@code resource-config.json}. */
class NativeResourcesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern QUOTED = Pattern.compile("\"pattern\": \"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "gateway"})
    void everyResourceMatchesAPattern(String example) throws IOException {
        Path resources = EXAMPLES.resolve(example).resolve("src/main/resources");
        List<Pattern> patterns = patterns(resources.resolve(
                "META-INF/native-image/io.httpcached/httpcached-example-" + example + "/resource-config.json"));
        try (Stream<Path> files = Files.walk(resources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(resources::relativize)
                            .filter(file -> !file.startsWith("META-INF/native-image")))
                    .isNotEmpty()
                    .allMatch(file -> patterns.stream().anyMatch(pattern -> pattern.matcher(file.toString())
                            .matches()));
        }
    }

    private static List<Pattern> patterns(Path config) throws IOException {
        return QUOTED.matcher(Files.readString(config))
                .results()
                .map(result -> Pattern.compile(result.group(1).replace("\\\\", "\\")))
                .toList();
    }
}
