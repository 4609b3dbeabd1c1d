package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes in the Java code of pages compile without a message. */
class DocumentedCodeTest {

    private static final Pattern CODE = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile("(?:^@[^\n]*\n)+^class (\\w+).*?^}", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "keys.md, 5, 2",
        "lifetimes.md, 1, 1",
        "warming.md, 1, 0",
        "invalidation.md, 5, 3",
        "functions.md, 2, 1",
        "methods.md, 2, 1"
    })
    void compiles(String page, int types, int generated, @TempDir Path directory) throws IOException {
        List<Path> sources = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(Path.of("../docs").resolve(page)));
        while (code.find()) {
            if (TYPE.matcher(code.group(1)).find()) {
                sources.addAll(writeTypes(code.group(1), "documented" + sources.size(), directory));
            }
        }
        assertThat(sources).hasSize(types);

        Compilation compilation = Compilation.of(sources, directory.resolve("output"));
        assertThat(compilation.diagnostics())
                .filteredOn(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .isEmpty();
        assertThat(compilation.generatedSources()).hasSize(generated);
    }

    /** Each type has a file of its own, which begins with the imports of the code. */
    private static List<Path> writeTypes(String code, String name, Path directory) throws IOException {
        String imports = code.substring(0, code.indexOf("\n@"));
        Path folder = Files.createDirectories(directory.resolve(name));
        List<Path> files = new ArrayList<>();
        Matcher type = TYPE.matcher(code);
        while (type.find()) {
            files.add(Files.writeString(
                    folder.resolve(type.group(1) + ".java"),
                    "package " + name + ";\n" + imports + "\n" + type.group()));
        }
        return files;
    }
}
