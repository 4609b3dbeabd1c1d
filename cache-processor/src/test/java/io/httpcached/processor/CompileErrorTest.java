package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.ExpectedMessages.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Errors. Each source in {@code errors} marks the expected errors with comments, see {@link ExpectedMessages}; any other error
 * fails the test. {@code error-messages.txt} contains the complete messages; {@link Golden} describes how to update them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CompileErrorTest {

    private static final ExpectedMessages EXPECTED = new ExpectedMessages("error");

    private List<Diagnostic<? extends JavaFileObject>> errors;

    static Stream<Path> sources() {
        return Golden.children("errors").stream();
    }

    /** All sources are compiled together: the errors of one controller must not hide those of another. */
    @BeforeAll
    void compile(@TempDir Path output) {
        Compilation compilation = Compilation.of(sources().toList(), output, "-Xmaxerrs", "1000");
        errors = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void reportsExactlyTheExpectedErrors(Path source) {
        assertThat(EXPECTED.in(source)).isNotEmpty();
        assertThat(errors.stream().map(Place::of).filter(place -> source.endsWith(place.file())))
                .containsExactlyInAnyOrderElementsOf(EXPECTED.in(source));
    }

    @Test
    void reportsNothingWithoutAnElement() {
        assertThat(errors).extracting(error -> Place.of(error).file()).doesNotContain("");
    }

    @Test
    void hasTheExpectedMessages() {
        Golden.assertMatches(Golden.resource("error-messages.txt"), ExpectedMessages.messages(errors));
    }

    /** The members are typed, so no rule of the processor is needed in Java. */
    @ParameterizedTest
    @CsvSource({"mistyped, VersionSource", "mistyped-key, KeyContributor"})
    void javacRejectsAClassOfAnotherType(String sources, String type, @TempDir Path output) {
        Compilation compilation = Compilation.of(Golden.resource(sources), output);

        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.diagnostics()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT)).contains(type).contains("incompatible types");
            assertThat(error.getLineNumber()).isEqualTo(11);
        });
    }

    /** Without the annotation mappers of Micronaut Security, Jakarta's annotations do not become {@code @Secured}. */
    @ParameterizedTest
    @ValueSource(strings = {"RestrictedRoles.java", "PrivateOnOpenClass.java"})
    void readsTheSecurityAnnotationsOfJakarta(String name, @TempDir Path output) throws Exception {
        Path source = Golden.resource("errors").resolve(name);
        assertThat(ForkedCompilation.without("micronaut-security", List.of(source), output)
                        .errors())
                .containsExactlyInAnyOrderElementsOf(EXPECTED.in(source));
    }
}
