package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Starts the packaged jar as a newcomer does: what packaging leaves out is missed only here. */
class RunnableJarIT {

    private static final Pattern RUNNING = Pattern.compile("Server Running: (http://\\S+)");

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void theJarServesTheCatalogueOnTheConfiguredPort() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            URI server = awaitServer(output);

            assertThat(Http.get(server, "/products/20000").statusCode()).isEqualTo(200);
            assertThat(Http.get(server, "/products?limit=0").statusCode()).isEqualTo(400);
            assertThat(Http.get(server, "/").body()).contains("<p>20,000 products");
        } finally {
            process.destroy();
        }
    }

    private static Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", System.getProperty("catalog.jar"));
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        return builder.redirectErrorStream(true).start();
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
