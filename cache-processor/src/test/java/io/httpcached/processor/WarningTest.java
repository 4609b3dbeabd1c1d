package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.ExpectedMessages.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Warnings, and errors if warnings are errors. Each folder of {@code warnings} is one compilation, whose sources mark the
 * expected warnings with comments, see {@link ExpectedMessages}. {@code warning-messages.txt} contains the complete messages;
 * {@link Golden} describes how to update them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WarningTest {

    private static final String STRICT = "-Ahttpcached.strict=true";

    private final Map<String, Compilation> lenient = new HashMap<>();

    static Stream<String> cases() {
        return Golden.children("warnings").stream()
                .map(path -> path.getFileName().toString());
    }

    @BeforeAll
    void compile(@TempDir Path output) {
        cases().forEach(name -> lenient.put(name, compile(name, output.resolve(name))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsAtTheElement(String name) {
        Compilation compilation = lenient(name);

        assertThat(places(compilation, Kind.WARNING)).containsExactlyInAnyOrderElementsOf(expected(name));
        assertThat(compilation.succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsTheSameAsErrorsIfTheOptionIsSet(String name, @TempDir Path output) {
        Compilation compilation = compile(name, output, STRICT);

        assertThat(places(compilation, Kind.ERROR)).containsExactlyInAnyOrderElementsOf(expected(name));
        assertThat(compilation.succeeded()).isEqualTo(expected(name).isEmpty());
    }

    @Test
    void reportsWarningsIfTheOptionIsFalse(@TempDir Path output) {
        Compilation compilation = compile("missing-invalidation", output, "-Ahttpcached.strict=false");

        assertThat(places(compilation, Kind.WARNING))
                .containsExactlyInAnyOrderElementsOf(expected("missing-invalidation"));
    }

    @Test
    void theCompilerKnowsTheOption(@TempDir Path output) {
        Compilation compilation = compile("result-tags", output, STRICT, "-Aunknown=true", "-Xlint:processing");

        assertThat(ExpectedMessages.messages(compilation.diagnostics()))
                .contains("unknown")
                .doesNotContain("httpcached.strict");
    }

    @Test
    void knowsTheTagsOfGeneratedControllers(@TempDir Path output) {
        Path sources = Golden.resource("late");
        Compilation alone = Compilation.of(sources, output.resolve("alone"));
        Compilation joined = Compilation.of(
                sources,
                output.resolve("joined"),
                "-A" + LateSourceProcessor.SOURCE + "=" + sources.resolve("ProducingController.java.txt"));

        assertThat(places(alone, Kind.WARNING))
                .containsExactly(new Place(
                        "InvalidatingController.java",
                        12,
                        "The tag \"products\" is invalidated, but no cached route declares it"));
        assertThat(joined.diagnostics()).isEmpty();
    }

    @Test
    void hasTheExpectedMessages() {
        List<Diagnostic<? extends JavaFileObject>> warnings = new ArrayList<>();
        lenient.values().forEach(compilation -> warnings.addAll(compilation.diagnostics()));

        Golden.assertMatches(Golden.resource("warning-messages.txt"), ExpectedMessages.messages(warnings));
    }

    private Compilation lenient(String name) {
        return Objects.requireNonNull(lenient.get(name));
    }

    private static Compilation compile(String name, Path output, String... options) {
        return Compilation.of(Golden.resource("warnings/" + name), output, options);
    }

    private static List<Place> expected(String name) {
        ExpectedMessages expected = new ExpectedMessages("warning");
        return Golden.children("warnings/" + name).stream()
                .flatMap(source -> expected.in(source).stream())
                .toList();
    }

    /** Returns the places of all messages, which must be of one kind. */
    private static List<Place> places(Compilation compilation, Kind kind) {
        assertThat(compilation.diagnostics()).allMatch(diagnostic -> diagnostic.getKind() == kind);
        return compilation.diagnostics().stream().map(Place::of).toList();
    }
}
