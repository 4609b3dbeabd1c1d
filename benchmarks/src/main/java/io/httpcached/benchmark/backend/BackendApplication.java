package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.CpuTimeProfiler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A running application with the backend in which its entries are. */
final class BackendApplication implements AutoCloseable {

    private final BackendProcess process;
    private final EmbeddedServer server;

    private BackendApplication(BackendProcess process, EmbeddedServer server) {
        this.process = process;
        this.server = server;
    }

    static BackendApplication start(Backend backend, Map<String, Object> more) throws IOException {
        return start(backend, BackendProcess.start(backend), more);
    }

    /** Starts an application over a backend that runs, and that is stopped with the application. */
    static BackendApplication start(Backend backend, BackendProcess process, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(backend.properties(process.port()));
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.caches.pages.maximum-size", 1_000);
        // A request that waits for a processor on a busy machine must not become a miss.
        properties.put("http-cache.backend-timeout", "10s");
        properties.putAll(more);
        return new BackendApplication(process, ApplicationContext.run(EmbeddedServer.class, properties));
    }

    int port() {
        return server.getPort();
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    @Override
    public void close() {
        CpuTimeProfiler.keepTimes();
        server.close();
        process.close();
    }
}
