package io.httpcached.example.gateway;

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

/** Starts the packaged jar as a new user does, which detects files that are missing from the package. */
class RunnableJarIT {

    private static final Pattern RUNNING = Pattern.compile("Server Running: (http://\\S+)");

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void servesTheOriginInTheEnvironment() throws Exception {
        try (RawOrigin origin = new RawOrigin()) {
            origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
            Process process = start(origin.url());
            try (BufferedReader output = process.inputReader()) {
                int port = awaitServer(output).getPort();
                String request = "GET /a HTTP/1.1\nHost: shop.example\nConnection: close\n\n";
                assertThat(Wire.exchange(port, request).text()).isEqualTo("hello");
                assertThat(Wire.exchange(port, request).isHit()).isTrue();
            } finally {
                process.destroy();
            }
        }
    }

    private static Process start(String origin) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", System.getProperty("gateway.jar"));
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        builder.environment().put("GATEWAY_ORIGIN", origin);
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
