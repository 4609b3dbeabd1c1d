package io.httpcached.benchmark.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A compilation of controllers with cached routes into a temporary folder. It uses this JVM's class path for the sources and for
 * the annotation processors.
 */
final class Compilation implements AutoCloseable {

    private final List<? extends JavaFileObject> sources;
    private final Path output;

    Compilation(int controllers, int routes) throws IOException {
        this.sources = ControllerSource.of(controllers, routes);
        this.output = Files.createTempDirectory("compilation");
    }

    /**
     * Compiles the sources.
     *
     * @throws IllegalStateException if the compilation fails
     */
    void run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<String> options = List.of("-parameters", "--release", "17");
            if (!compiler.getTask(null, files, diagnostics, options, null, sources)
                    .call()) {
                throw new IllegalStateException("The compilation failed: " + errors(diagnostics));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of generated interceptors. */
    long interceptors() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("Controller\\d+HttpCacheInterceptor\\.class"))
                    .count();
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
