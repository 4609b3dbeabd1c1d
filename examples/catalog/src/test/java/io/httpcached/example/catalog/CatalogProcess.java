package io.httpcached.example.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar, started on a free port as a new user would start it. */
final class CatalogProcess implements AutoCloseable {

    private static final Pattern RUNNING = Pattern.compile("Server Running: (http://\\S+)");

    private final Process process;
    private final URI server;

    private CatalogProcess(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    /**
     * Starts the jar and waits until it accepts requests.
     *
     * @param environment the environment variables of the process
     */
    static CatalogProcess start(Map<String, String> environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", System.getProperty("catalog.jar"));
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try {
            return new CatalogProcess(process, awaitServer(process.inputReader()));
        } catch (IOException | AssertionError e) {
            process.destroy();
            throw e;
        }
    }

    URI server() {
        return server;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static URI awaitServer(BufferedReader output) throws IOException {
        List<String> printed = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            Matcher matcher = RUNNING.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("The jar ended without serving:\n" + String.join("\n", printed));
    }
}
