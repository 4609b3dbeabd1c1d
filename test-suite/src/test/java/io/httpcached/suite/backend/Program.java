package io.httpcached.suite.backend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A command that starts a server as a process.
 *
 * @param command the command, without the arguments that depend on the port
 * @param arguments the arguments that make it listen on a port of the loopback interface
 * @param origin the source of the program, for messages
 */
public record Program(List<String> command, IntFunction<List<String>> arguments, String origin) {

    /**
     * Searches the PATH for a binary.
     *
     * @param name the name of the binary
     * @param arguments the arguments that make it listen on a port of the loopback interface
     * @return the program, or empty if the binary is not on the PATH
     */
    static Optional<Program> onPath(String name, IntFunction<List<String>> arguments) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> new Program(List.of(file.toString()), arguments, file + " on the PATH"));
    }

    /**
     * Returns the program that starts a node of an application in its own JVM, with this JVM's class path.
     *
     * @param application the main class
     * @param properties the configuration of the application
     */
    public static Program ofNode(Class<?> application, Map<String, Object> properties) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName(),
                "-micronaut.server.host=127.0.0.1",
                "-micronaut.security.enabled=false",
                // Other tests cover short timeouts.
                "-http-cache.backend-timeout=10s",
                "-http-cache.collapse-timeout=15s"));
        properties.forEach((name, value) -> command.add('-' + name + '=' + value));
        return new Program(command, port -> List.of("-micronaut.server.port=" + port), "this JVM's class path");
    }

    /** Returns the program with further arguments that do not depend on the port. */
    public Program with(String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return new Program(longer, arguments, origin);
    }

    /** Returns the program with options for the JVM that it starts in. */
    public Program withJvmOptions(String... options) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(1, List.of(options));
        return new Program(longer, arguments, origin);
    }

    /** Returns the complete command for a port. */
    List<String> on(int port) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments.apply(port));
        return whole;
    }
}
