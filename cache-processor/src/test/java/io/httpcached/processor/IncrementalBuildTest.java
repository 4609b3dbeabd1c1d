package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incremental build: one source is recompiled against the classes of the others. */
class IncrementalBuildTest {

    private static final Path SOURCES = Golden.resource("report/input");

    @Test
    void writesOnlyTheClassesOfTheChangedController(@TempDir Path output) throws IOException {
        Compilation full = Compilation.of(SOURCES, output.resolve("full"));
        Compilation again = compileAgain("AccountController.java", full, output.resolve("again"));

        assertThat(again.succeeded()).isTrue();
        assertThat(names(full))
                .containsExactly(
                        "AccountControllerCache.java",
                        "AccountControllerHttpCacheInterceptor.java",
                        "Pages_FilesHttpCacheInterceptor.java",
                        "Pages_HomeHttpCacheInterceptor.java",
                        "Pages_SearchHttpCacheInterceptor.java",
                        "ProductControllerHttpCacheInterceptor.java",
                        "RoleControllerHttpCacheInterceptor.java");
        assertThat(names(again))
                .containsExactly("AccountControllerCache.java", "AccountControllerHttpCacheInterceptor.java");
        for (int i = 0; i < again.generatedSources().size(); i++) {
            assertThat(Files.readString(again.generatedSources().get(i)))
                    .isEqualTo(Files.readString(full.generatedSources().get(i)));
        }
    }

    @Test
    void reportsOnlyTheCompiledControllers(@TempDir Path output) throws IOException {
        Compilation full = Compilation.of(SOURCES, output.resolve("full"));
        Compilation again = compileAgain("AccountController.java", full, output.resolve("again"));

        assertThat(report(full)).contains("report.AccountController", "report.ProductController");
        assertThat(report(again)).contains("report.AccountController").doesNotContain("report.ProductController");
    }

    private static Compilation compileAgain(String source, Compilation full, Path output) {
        String classPath = full.classes() + File.pathSeparator + System.getProperty("java.class.path");
        return Compilation.of(List.of(SOURCES.resolve(source)), output, "-classpath", classPath);
    }

    private static List<String> names(Compilation compilation) {
        return compilation.generatedSources().stream()
                .map(source -> source.getFileName().toString())
                .toList();
    }

    private static String report(Compilation compilation) throws IOException {
        return Files.readString(compilation.classes().resolve("META-INF/httpcached/routes.json"));
    }
}
