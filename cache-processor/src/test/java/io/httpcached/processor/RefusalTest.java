package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.Announcements.Place;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What does not build. Each source below {@code refused} says itself where which error belongs, see
 * {@link Announcements}, and no line may have an error that is not announced. The messages in full are kept in
 * {@code refused-messages.txt}; see {@link Golden} for how to update them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalTest {

    private static final Announcements ANNOUNCED = new Announcements("error");

    private List<Diagnostic<? extends JavaFileObject>> errors;

    static Stream<Path> sources() {
        return Golden.children("refused").stream();
    }

    /** All in one compilation: the mistakes of one controller hide none of another. */
    @BeforeAll
    void compile(@TempDir Path output) {
        Compilation compilation = Compilation.of(sources().toList(), output, "-Xmaxerrs", "1000");
        errors = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void reportsEachMistakeAtItsElementAndNoOther(Path source) {
        assertThat(ANNOUNCED.in(source)).isNotEmpty();
        assertThat(errors.stream().map(Place::of).filter(place -> source.endsWith(place.file())))
                .containsExactlyInAnyOrderElementsOf(ANNOUNCED.in(source));
    }

    @Test
    void reportsNothingWithoutAPlace() {
        assertThat(errors).extracting(error -> Place.of(error).file()).doesNotContain("");
    }

    @Test
    void saysWhatIsWrongAndWhyItMattersAndWhatToWriteInstead() {
        Golden.assertMatches(Golden.resource("refused-messages.txt"), Announcements.messages(errors));
    }

    /** Without the annotation mappers of Micronaut Security nobody makes {@code @Secured} of them. */
    @ParameterizedTest
    @ValueSource(strings = {"RestrictedRoles.java", "PrivateOnOpenClass.java"})
    void readsTheSecurityAnnotationsOfJakartaThemselves(String name, @TempDir Path output) throws Exception {
        Path source = Golden.resource("refused").resolve(name);
        assertThat(ForkedCompilation.without("micronaut-security", List.of(source), output)
                        .errors())
                .containsExactlyInAnyOrderElementsOf(ANNOUNCED.in(source));
    }
}
