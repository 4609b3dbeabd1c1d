package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build report, compared with {@code report/expected}; {@link Golden} describes how to update it. */
class BuildReportTest {

    private static final String JSON = "META-INF/httpcached/routes.json";
    private static final String MARKDOWN = "META-INF/httpcached/routes.md";
    private static final String WITH_MARKDOWN = "-Ahttpcached.report=markdown";
    private static final Path SOURCES = Golden.resource("report/input");

    @Test
    void listsCachedAndInvalidatingRoutes(@TempDir Path output) throws IOException {
        Compilation compilation = Compilation.of(SOURCES, output, WITH_MARKDOWN);

        assertThat(compilation.succeeded()).isTrue();
        assertMatchesGoldens(compilation);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderAndTheEncodingOfTheSources(long seed, @TempDir Path output) throws IOException {
        List<Path> sources = new ArrayList<>(Golden.children("report/input"));
        Collections.shuffle(sources, new Random(seed));

        Compilation compilation = Compilation.of(sources, output, WITH_MARKDOWN, "-encoding", "US-ASCII");

        assertMatchesGoldens(compilation);
    }

    @Test
    void isMarkdownOnlyIfTheOptionIsSet(@TempDir Path output) {
        Compilation compilation = Compilation.of(SOURCES, output);

        assertThat(compilation.classes().resolve(JSON)).exists();
        assertThat(compilation.classes().resolve(MARKDOWN)).doesNotExist();
    }

    @Test
    void rejectsAnUnknownFormat(@TempDir Path output) {
        Compilation compilation = Compilation.of(SOURCES, output, "-Ahttpcached.report=html");

        assertThat(compilation.succeeded()).isFalse();
        assertThat(ExpectedMessages.messages(compilation.diagnostics()))
                .contains(
                        "-Ahttpcached.report=html is not a format of the build report; use -Ahttpcached.report=markdown");
    }

    @Test
    void isAbsentIfNothingIsCached(@TempDir Path output) {
        Compilation compilation = Compilation.of(List.of(SOURCES.resolve("UploadController.java")), output);

        assertThat(compilation.succeeded()).isTrue();
        assertThat(compilation.classes().resolve(JSON)).doesNotExist();
        assertThat(compilation.generatedSources()).isEmpty();
    }

    @Test
    void containsGeneratedControllers(@TempDir Path output) throws IOException {
        Path late = Golden.resource("late");

        Compilation compilation = Compilation.of(
                late, output, "-A" + LateSourceProcessor.SOURCE + "=" + late.resolve("ProducingController.java.txt"));

        assertThat(read(compilation, JSON)).contains("late.ProducingController");
    }

    private static void assertMatchesGoldens(Compilation compilation) throws IOException {
        Golden.assertMatches(Golden.resource("report/expected/routes.json"), read(compilation, JSON));
        Golden.assertMatches(Golden.resource("report/expected/routes.md"), read(compilation, MARKDOWN));
    }

    private static String read(Compilation compilation, String file) throws IOException {
        return Files.readString(compilation.classes().resolve(file), StandardCharsets.UTF_8);
    }
}
