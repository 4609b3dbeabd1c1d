package io.httpcached.benchmark;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a JVM.
 *
 * @param entries the jars and folders in order
 */
public record ClassPath(List<Path> entries) {

    /** The system property that contains a JVM's class path. */
    public static final String PROPERTY = "java.class.path";

    /** Returns the class path of this JVM. */
    public static ClassPath ofThisJvm() {
        return new ClassPath(Stream.of(System.getProperty(PROPERTY).split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    /**
     * Returns this class path without the entries that contain the given classes.
     *
     * @param classes one class of each jar or folder to remove
     * @throws IllegalStateException if a class is in none of the entries
     */
    public ClassPath without(Class<?>... classes) {
        List<Path> unwanted = Arrays.stream(classes).map(ClassPath::entryOf).toList();
        if (!entries.containsAll(unwanted)) {
            throw new IllegalStateException("Not on the class path: one of " + unwanted);
        }
        return new ClassPath(
                entries.stream().filter(entry -> !unwanted.contains(entry)).toList());
    }

    private static Path entryOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " does not come from a file", e);
        }
    }

    /** Returns the class path in the syntax of Java's command line. */
    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
