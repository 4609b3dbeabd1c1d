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
 * What starts a server as a process of its own.
 *
 * @param command the command, without the arguments that depend on the port
 * @param arguments the arguments that make it listen on a port of the loopback interface
 * @param origin where the program came from, for messages
 */
public record Program(List<String> command, IntFunction<List<String>> arguments, String origin) {

    /**
     * Looks for a binary as a shell does.
     *
     * @param name the name of the binary
     * @param arguments the arguments that make it listen on a port of the loopback interface
     * @return the program, unless the binary is not on the PATH
     */
    static Optional<Program> onPath(String name, IntFunction<List<String>> arguments) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> new Program(List.of(file.toString()), arguments, file + " on the PATH"));
    }

    /**
     * {@return what starts a node of an application: in a JVM of its own, with this one's classes}
     *
     * @param application its main class
     * @param properties what it configures
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
                // Nodes that are short of time are another test's business.
                "-http-cache.backend-timeout=10s",
                "-http-cache.collapse-timeout=15s"));
        properties.forEach((name, value) -> command.add('-' + name + '=' + value));
        return new Program(command, port -> List.of("-micronaut.server.port=" + port), "this JVM's class path");
    }

    /** {@return the program with further arguments, the same for every port} */
    public Program with(String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return new Program(longer, arguments, origin);
    }

    /** {@return the whole command for a port} */
    List<String> on(int port) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments.apply(port));
        return whole;
    }
}
