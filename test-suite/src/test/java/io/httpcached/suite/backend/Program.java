package io.httpcached.suite.backend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
