package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.ExpectedMessages.Place;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run of javac without some of the processors of the class path. It needs a process of its own: in the process of the tests,
 * the class loader of the processors would find all of them in its parent.
 *
 * @param messages the output of javac
 * @param classes the directory of the class files
 */
record ForkedCompilation(String messages, Path classes) {

    private static final Pattern ERROR = Pattern.compile("(?m)^(.*\\.java):(\\d+): error: (.*?)(?:\\. .*)?$");

    /**
     * Compiles some sources.
     *
     * @param missing a part of the paths that are removed from the processor path
     */
    static ForkedCompilation without(String missing, Collection<Path> sources, Path output)
            throws IOException, InterruptedException {
        Path classes = Files.createDirectories(output.resolve("classes"));
        String classPath = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-classpath", classPath, "-processorpath", but(missing, classPath)));
        sources.forEach(source -> arguments.add(source.toString()));
        Path file = Files.write(
                output.resolve("arguments"),
                arguments.stream()
                        .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
                        .toList());
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "@" + file)
                .redirectErrorStream(true)
                .start();
        String messages = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        javac.waitFor();
        return new ForkedCompilation(messages, classes);
    }

    /** {@return the errors with their places} */
    List<Place> errors() {
        return ERROR.matcher(messages)
                .results()
                .map(error -> new Place(
                        Path.of(error.group(1)).getFileName().toString(),
                        Long.parseLong(error.group(2)),
                        error.group(3)))
                .toList();
    }

    /** {@return a loader of the compiled classes below that of the tests; the caller closes it} */
    URLClassLoader classLoader() {
        return Compilation.loader(classes);
    }

    private static String but(String missing, String classPath) {
        List<String> elements = List.of(classPath.split(Pattern.quote(File.pathSeparator)));
        String others = elements.stream()
                .filter(element -> !element.contains(missing))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(others.length()).isLessThan(classPath.length());
        return others;
    }
}
