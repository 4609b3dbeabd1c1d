package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Controllers that compile without messages even if warnings are errors: those in {@code accepted} are valid counterparts of
 * the sources in {@code errors} and {@code warnings}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AcceptanceTest {

    private Compilation compilation;

    static Stream<String> controllers() {
        return Golden.children("accepted").stream()
                .map(path -> path.getFileName().toString().replace(".java", ""));
    }

    @BeforeAll
    void compile(@TempDir Path output) {
        compilation = Compilation.of(Golden.resource("accepted"), output, "-Ahttpcached.strict=true");
    }

    @Test
    void nothingIsReported() {
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void theControllerIsCached(String controller) {
        List<String> generated = compilation.generatedSources().stream()
                .map(source -> source.getFileName().toString())
                .toList();

        assertThat(generated).contains(controller + "HttpCacheInterceptor.java");
    }
}
