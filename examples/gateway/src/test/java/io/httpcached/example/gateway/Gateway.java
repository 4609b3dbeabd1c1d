package io.httpcached.example.gateway;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A running gateway on a free port. */
final class Gateway implements AutoCloseable {

    private final EmbeddedServer server;

    /**
     * Starts the gateway.
     *
     * @param origin the URL of the origin server
     * @param settings alternating names and values of further properties
     */
    Gateway(String origin, Object... settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", -1);
        properties.put("gateway.origin", origin);
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i].toString(), settings[i + 1]);
        }
        server = ApplicationContext.run(EmbeddedServer.class, properties);
    }

    int port() {
        return server.getPort();
    }

    Message get(String target, String... lines) throws IOException {
        return send("GET", target, lines);
    }

    /** Sends a request without a body. */
    Message send(String method, String target, String... lines) throws IOException {
        String more = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        return Wire.exchange(
                port(), "%s %s HTTP/1.1\nHost: shop.example\nConnection: close\n%s\n".formatted(method, target, more));
    }

    @Override
    public void close() {
        server.close();
    }
}
