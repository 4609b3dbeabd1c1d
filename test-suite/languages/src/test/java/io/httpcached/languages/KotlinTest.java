package io.httpcached.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests Kotlin, where KSP runs Micronaut's processors and these run the module's visitors. Afterwards the Kotlin
 * sources and the generated Java sources are compiled.
 */
@DisabledForJreRange(min = JRE.JAVA_25, disabledReason = "Kotlin 1.9 does not run on JDK 25")
class KotlinTest extends LanguageContract {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String KSP = "plugin:com.google.devtools.ksp.symbol-processing:";

    @Override
    String language() {
        return "kotlin";
    }

    @Test
    void cachesSuspendFunctions() {
        String first = get("/books/suspended/1").body();
        assertThat(first).startsWith("suspended 1, run ");
        assertThat(get("/books/suspended/1").body()).isEqualTo(first);
        assertThat(get("/books/suspended/2").body()).startsWith("suspended 2, run ");
    }

    /**
     * Tests that optional parameters are part of the key. If a request lacks a parameter whose default exists only in
     * Kotlin, Micronaut fails with and without the cache.
     */
    @Test
    void optionalParametersArePartOfTheKey() {
        String first = get("/books/defaulted?limit=5").body();
        assertThat(first).startsWith("limit 5, size null, run ");
        assertThat(get("/books/defaulted?limit=5").body()).isEqualTo(first);
        assertThat(get("/books/defaulted?limit=6").body()).startsWith("limit 6, size null, run ");
        assertThat(get("/books/defaulted?limit=5&size=7").body()).startsWith("limit 5, size 7, run ");
        assertThat(get("/books/defaulted").statusCode()).isEqualTo(500);
    }

    @Test
    void getsTheTypedCacheOfTheSameCompilationFromTheContext() {
        String seven = get("/books/7").body();
        assertThat(send("POST", "/imports/7").statusCode()).isLessThan(400);
        assertThat(get("/books/7").body()).isNotEqualTo(seven);
    }

    @Test
    void treatsFlowAsAStream(@TempDir Path output) {
        assertThat(compile(sources("refused"), output).messages()).contains("streams its response (Flow)");
    }

    @Test
    void treatsKotlinListAsJavaList() {
        String first = get("/books/listed?ids=1&ids=2").body();
        assertThat(first).isEqualTo("[1,2]");
        assertThat(get("/books/listed?ids=2&ids=1").body()).isEqualTo("[2,1]");
        assertThat(get("/books/listed?ids=1&ids=2").headers().firstValue("Cache-Status"))
                .hasValueSatisfying(status -> assertThat(status).startsWith("HttpCached; hit"));
    }

    @Override
    Compiled compile(Path sources, Path output) {
        Path classes = output.resolve("classes");
        Path processed = output.resolve("ksp/classes");
        Path resources = output.resolve("ksp/resources");
        Path java = output.resolve("ksp/java");
        String messages = process(sources, output);
        if (messages.isEmpty()) {
            messages = kotlinc(
                    Stream.of(sources.toString(), java.toString()),
                    "-d",
                    classes.toString(),
                    "-cp",
                    CLASS_PATH,
                    "-no-stdlib",
                    "-no-reflect",
                    "-java-parameters",
                    "-jvm-target",
                    "17");
        }
        if (messages.isEmpty()) {
            messages = javac(java, classes);
        }
        return new Compiled(List.of(resources, classes, processed), messages);
    }

    private static String process(Path sources, Path output) {
        String ksp = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(jar -> jar.contains("symbol-processing"))
                .collect(Collectors.joining(","));
        return kotlinc(
                Stream.of(sources.toString()),
                "-cp",
                CLASS_PATH,
                "-no-stdlib",
                "-no-reflect",
                "-Xplugin=" + ksp,
                "-P",
                KSP + "apclasspath=" + CLASS_PATH,
                "-P",
                Stream.of(
                                "projectBaseDir=" + output,
                                "kspOutputDir=" + output.resolve("ksp"),
                                "classOutputDir=" + output.resolve("ksp/classes"),
                                "javaOutputDir=" + output.resolve("ksp/java"),
                                "kotlinOutputDir=" + output.resolve("ksp/kotlin"),
                                "resourceOutputDir=" + output.resolve("ksp/resources"),
                                "cachesDir=" + output.resolve("ksp/caches"),
                                "incremental=false",
                                "withCompilation=false",
                                "returnOkOnError=false")
                        .map(KSP::concat)
                        .collect(Collectors.joining(",")));
    }

    /** Runs the compiler and returns its messages if it fails. */
    private static String kotlinc(Stream<String> sources, String... options) {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ExitCode code = new K2JVMCompiler()
                .exec(
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        Stream.concat(Arrays.stream(options), sources).toArray(String[]::new));
        return code == ExitCode.OK ? "" : code + ": " + messages.toString(StandardCharsets.UTF_8);
    }

    private static String javac(Path sources, Path classes) {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(sources)) {
            Stream<String> options =
                    Stream.of("-proc:none", "-d", classes.toString(), "-cp", classes + File.pathSeparator + CLASS_PATH);
            Stream<String> names = files.map(Path::toString).filter(file -> file.endsWith(".java"));
            ToolProvider.getSystemJavaCompiler()
                    .run(null, messages, messages, Stream.concat(options, names).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.toString(StandardCharsets.UTF_8);
    }
}
