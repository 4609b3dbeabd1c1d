package io.httpcached.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A run of javac with all processors of the class path, which finds the visitors as the build of an application does.
 *
 * @param succeeded whether javac reported no errors
 * @param diagnostics the messages of javac, including the warnings of all lints
 * @param classes the directory of the class files
 * @param generated the directory of the generated sources
 */
record Compilation(
        boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path classes, Path generated) {

    /** Compiles all sources of a directory into another. */
    static Compilation of(Path sources, Path output, String... options) {
        try (Stream<Path> files = Files.walk(sources)) {
            return of(files.filter(Compilation::isSource).sorted().toList(), output, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles some sources. */
    static Compilation of(Collection<Path> sources, Path output, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path classes = Files.createDirectories(output.resolve("classes"));
            Path generated = Files.createDirectories(output.resolve("generated"));
            boolean succeeded = javac.getTask(
                            new StringWriter(),
                            files,
                            diagnostics,
                            arguments(classes, generated, options),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return new Compilation(succeeded, diagnostics.getDiagnostics(), classes, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the generated sources} */
    List<Path> generatedSources() {
        try (Stream<Path> files = Files.walk(generated)) {
            return files.filter(Compilation::isSource).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a loader of the compiled classes below that of the tests; the caller closes it} */
    URLClassLoader classLoader() {
        return loader(classes);
    }

    /** {@return a loader of the classes in a directory below that of the tests; the caller closes it} */
    static URLClassLoader loader(Path classes) {
        return new URLClassLoader(new URL[] {url(classes)}, Compilation.class.getClassLoader());
    }

    /**
     * {@return a loader of the compiled classes and the class path, independent of the loader of the tests}
     *
     * <p>Micronaut looks for bean introspections in its own loader only.
     */
    ClassLoader applicationLoader() {
        Stream<Path> classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of);
        URL[] urls = Stream.concat(Stream.of(classes), classPath)
                .map(Compilation::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Path classes, Path generated, String... options) {
        String classPath = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-classpath",
                classPath,
                "-processorpath",
                classPath,
                "-parameters",
                "-Xlint:all,-processing,-path,-classfile"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java");
    }
}
