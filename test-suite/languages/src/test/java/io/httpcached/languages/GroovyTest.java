package io.httpcached.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests Groovy, where Micronaut's AST transformations run the processor's visitors. The compiler finds both on the
 * class path.
 */
class GroovyTest extends LanguageContract {

    @Override
    String language() {
        return "groovy";
    }

    /** The compiler of Groovy does not check the type argument of {@code Class}. */
    @Test
    void aClassOfAnotherTypeDoesNotCompile(@TempDir Path output) {
        assertThat(compile(sources("mistyped"), output).messages())
                .contains("is not a version source", "is not a key contributor");
    }

    @Override
    Compiled compile(Path sources, Path output) {
        CompilerConfiguration settings = new CompilerConfiguration();
        settings.setTargetDirectory(output.toFile());
        CompilationUnit compilation = new CompilationUnit(settings);
        try (Stream<Path> files = Files.list(sources)) {
            compilation.addSources(files.map(Path::toFile).toArray(File[]::new));
            compilation.compile();
            return new Compiled(List.of(output), "");
        } catch (CompilationFailedException e) {
            return new Compiled(List.of(output), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
