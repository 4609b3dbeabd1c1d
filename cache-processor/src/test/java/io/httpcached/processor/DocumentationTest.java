package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/compile-time.md} names for each inference and each refusal what shows it: all of these, and nothing else. */
class DocumentationTest {

    private static final Pattern NAME = Pattern.compile("`(/?[A-Za-z][A-Za-z-]*)`");
    private static final int SHOWN_BY = 3;
    private static final int SOUNDNESS = 4;
    private static final int GOLDEN = 5;

    private final List<String> lines;

    DocumentationTest() throws IOException {
        lines = Files.readAllLines(Path.of("../docs/compile-time.md"));
    }

    @Test
    void everyRefusedSourceIsNamed() {
        Set<String> sources = names("refused", name -> name.replace(".java", ""));
        assertThat(cells("## What does not build", SHOWN_BY)).isEqualTo(sources);
    }

    @Test
    void everyRouteOfTheSoundnessTestIsNamed() {
        Set<String> routes = KeySoundnessTest.pathsOfARoute()
                .map(paths -> paths.get(0).replaceFirst("(.)/.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(cells("## What goes into the key", SOUNDNESS)).isEqualTo(routes);
    }

    @Test
    void everyGoldenCaseThatIsNamedExists() {
        assertThat(names("golden", name -> name)).containsAll(cells("## What goes into the key", GOLDEN));
    }

    private Set<String> cells(String heading, int column) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[column])
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String directory, UnaryOperator<String> shorten) {
        Stream<Path> children = Golden.children(directory).stream();
        return children.map(path -> shorten.apply(path.getFileName().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
