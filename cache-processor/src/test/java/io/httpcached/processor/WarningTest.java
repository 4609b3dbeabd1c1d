package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.Announcements.Place;
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
 * What builds with a warning, or not at all where warnings are errors. Each folder below {@code warned} is a compilation of
 * its own, whose sources say where which warning belongs, see {@link Announcements}. The messages in full are kept in
 * {@code warned-messages.txt}; see {@link Golden} for how to update them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WarningTest {

    private static final String STRICT = "-Ahttpcached.strict=true";

    private final Map<String, Compilation> lenient = new HashMap<>();

    static Stream<String> cases() {
        return Golden.children("warned").stream().map(path -> path.getFileName().toString());
    }

    @BeforeAll
    void compile(@TempDir Path output) {
        cases().forEach(name -> lenient.put(name, compile(name, output.resolve(name))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsAtTheElementAndBuilds(String name) {
        Compilation compilation = lenient(name);

        assertThat(places(compilation, Kind.WARNING)).containsExactlyInAnyOrderElementsOf(announced(name));
        assertThat(compilation.succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesTheSameWhereWarningsAreErrors(String name, @TempDir Path output) {
        Compilation compilation = compile(name, output, STRICT);

        assertThat(places(compilation, Kind.ERROR)).containsExactlyInAnyOrderElementsOf(announced(name));
        assertThat(compilation.succeeded()).isEqualTo(announced(name).isEmpty());
    }

    @Test
    void warningsStayWarningsWhereTheOptionIsFalse(@TempDir Path output) {
        Compilation compilation = compile("unsafe", output, "-Ahttpcached.strict=false");

        assertThat(places(compilation, Kind.WARNING)).containsExactlyInAnyOrderElementsOf(announced("unsafe"));
    }

    @Test
    void theOptionIsKnownToTheCompiler(@TempDir Path output) {
        Compilation compilation = compile("result-tags", output, STRICT, "-Aunknown=true", "-Xlint:processing");

        assertThat(Announcements.messages(compilation.diagnostics()))
                .contains("unknown")
                .doesNotContain("httpcached.strict");
    }

    @Test
    void tagsOfControllersThatAnotherProcessorWritesAreProduced(@TempDir Path output) {
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
                        "The tag \"products\" is invalidated, and no cached route produces it"));
        assertThat(joined.diagnostics()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhyItMattersAndWhatToWriteInstead() {
        List<Diagnostic<? extends JavaFileObject>> warnings = new ArrayList<>();
        lenient.values().forEach(compilation -> warnings.addAll(compilation.diagnostics()));

        Golden.assertMatches(Golden.resource("warned-messages.txt"), Announcements.messages(warnings));
    }

    private Compilation lenient(String name) {
        return Objects.requireNonNull(lenient.get(name));
    }

    private static Compilation compile(String name, Path output, String... options) {
        return Compilation.of(Golden.resource("warned/" + name), output, options);
    }

    private static List<Place> announced(String name) {
        Announcements announcements = new Announcements("warning");
        return Golden.children("warned/" + name).stream()
                .flatMap(source -> announcements.in(source).stream())
                .toList();
    }

    /** All of one kind; there must be none of another. */
    private static List<Place> places(Compilation compilation, Kind kind) {
        assertThat(compilation.diagnostics()).allMatch(diagnostic -> diagnostic.getKind() == kind);
        return compilation.diagnostics().stream().map(Place::of).toList();
    }
}
