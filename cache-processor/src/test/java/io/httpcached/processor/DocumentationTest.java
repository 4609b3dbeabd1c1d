package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.validation.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/compile-time.md} lists exactly the test sources of all keys, errors and warnings. */
class DocumentationTest {

    private static final Pattern NAME = Pattern.compile("`(/?[A-Za-z][A-Za-z-]*)`");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private static final String ERRORS = "## Compile errors";
    private static final String WARNINGS = "## Warnings";

    private static final int ID = 1;
    private static final int SHOWN_BY = 3;
    private static final int COUNTERPART = 4;
    private static final int WARNING_SHOWN_BY = 4;
    private static final int WARNING_COUNTERPART = 5;
    private static final int ROUTES = 4;
    private static final int CASES = 5;

    private final List<String> lines;

    DocumentationTest() throws IOException {
        lines = Files.readAllLines(Path.of("../docs/compile-time.md"));
    }

    @Test
    void listsEverySourceWithErrors() {
        Set<String> sources = names("errors", name -> name.replace(".java", ""));
        assertThat(cells(ERRORS, SHOWN_BY)).isEqualTo(sources);
    }

    @Test
    void listsEveryWarningWithItsSources() {
        Set<String> ids =
                Arrays.stream(Warning.values()).map(Warning::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(cells(WARNINGS, ID)).isEqualTo(ids);
        Set<String> shown = cells(WARNINGS, WARNING_SHOWN_BY);
        shown.addAll(cells(WARNINGS, WARNING_COUNTERPART));
        shown.removeAll(accepted());
        assertThat(shown).isEqualTo(names("warnings", name -> name));
    }

    @Test
    void listsEveryAcceptedSourceAsACounterpart() {
        Set<String> counterparts = cells(ERRORS, COUNTERPART);
        counterparts.addAll(cells(WARNINGS, WARNING_COUNTERPART));
        assertThat(counterparts).containsAll(accepted());
    }

    @ParameterizedTest
    @CsvSource({ERRORS + ", 2, error-messages.txt", WARNINGS + ", 3, warning-messages.txt"})
    void quotesTheBeginningOfMessages(String heading, int column, String messages) throws IOException {
        List<String> all = Files.readAllLines(Golden.resource(messages));
        assertThat(cells(heading, column, CODE)).isNotEmpty().allSatisfy(quoted -> assertThat(all)
                .anyMatch(message -> message.startsWith(quoted)));
    }

    @Test
    void listsEveryRouteOfTheKeyTest() {
        Set<String> routes = KeySoundnessTest.pathsOfARoute()
                .map(paths -> paths.get(0).replaceFirst("(.)/.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(cells("## Keys", ROUTES)).isEqualTo(routes);
    }

    @Test
    void listsOnlyExistingCases() {
        assertThat(names("golden", name -> name)).containsAll(cells("## Keys", CASES));
    }

    private static Set<String> accepted() {
        return names("accepted", name -> name.replace(".java", ""));
    }

    private Set<String> cells(String heading, int column) {
        return cells(heading, column, NAME);
    }

    private Set<String> cells(String heading, int column, Pattern item) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length > column)
                .map(cells -> cells[column])
                .flatMap(cell -> item.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String directory, UnaryOperator<String> shorten) {
        Stream<Path> children = Golden.children(directory).stream();
        return children.map(path -> shorten.apply(path.getFileName().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
