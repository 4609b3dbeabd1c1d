package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What does not build. Each source below {@code refused} says itself where which error belongs: a comment
 * {@code // error: …} holds the first sentence of a message that the compiler must report in that line, and no line may
 * have an error that is not announced. The messages in full are kept in {@code refused-messages.txt}; see
 * {@link Golden} for how to update them.
 */
class RefusalTest {

    private static final Pattern ANNOUNCED = Pattern.compile("// error: (.*?)(?= // error: |$)");

    static Stream<Path> sources() {
        return Golden.children("refused").stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void reportsEachMistakeAtItsElement(Path source, @TempDir Path output) {
        Compilation compilation = Compilation.of(List.of(source), output);

        assertThat(compilation.succeeded()).isFalse();
        assertThat(errors(compilation).map(RefusalTest::place).toList())
                .containsExactlyInAnyOrderElementsOf(announced(List.of(source)));
        assertThat(errors(compilation)).allMatch(error -> source.endsWith(fileName(error)));
    }

    @Test
    void reportsAllMistakesOfAllControllersInOneCompilation(@TempDir Path output) {
        List<Path> all = sources().toList();
        Compilation compilation = Compilation.of(all, output, "-Xmaxerrs", "1000");

        assertThat(errors(compilation).map(RefusalTest::place).toList())
                .containsExactlyInAnyOrderElementsOf(announced(all));
    }

    @Test
    void saysWhatIsWrongAndWhyItMattersAndWhatToWriteInstead(@TempDir Path output) {
        Set<String> messages = new TreeSet<>();
        errors(Compilation.of(sources().toList(), output, "-Xmaxerrs", "1000"))
                .map(error -> error.getMessage(Locale.ROOT))
                .forEach(messages::add);

        Golden.assertMatches(Golden.resource("refused-messages.txt"), String.join("\n", messages) + "\n");
    }

    private record Place(String file, long line, String message) {}

    private static List<Place> announced(List<Path> sources) {
        List<Place> places = new ArrayList<>();
        for (Path source : sources) {
            List<String> lines = lines(source);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = ANNOUNCED.matcher(lines.get(i));
                while (matcher.find()) {
                    places.add(new Place(source.getFileName().toString(), i + 1, matcher.group(1)));
                }
            }
        }
        return places;
    }

    private static Place place(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ROOT);
        int sentence = message.indexOf(". ");
        return new Place(
                fileName(error), error.getLineNumber(), sentence < 0 ? message : message.substring(0, sentence));
    }

    private static String fileName(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        return source == null ? "" : Path.of(source.getName()).getFileName().toString();
    }

    private static Stream<? extends Diagnostic<? extends JavaFileObject>> errors(Compilation compilation) {
        return compilation.diagnostics().stream().filter(diagnostic -> diagnostic.getKind() == Kind.ERROR);
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
