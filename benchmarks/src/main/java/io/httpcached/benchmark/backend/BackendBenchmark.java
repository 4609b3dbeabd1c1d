package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.server.Body;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures requests over a socket to a cached route, and to a controller that reads the same bytes with the backend's
 * own client.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class BackendBenchmark {

    /** The way in which the bytes are read from the backend. */
    public enum Reader {
        /** The controller reads them with the backend's client. */
        BARE,
        /** A cached route reads them. */
        HIT
    }

    /** The backend under test. */
    @Param
    public Backend backend;

    /** The reader of the backend. */
    @Param
    public Reader reader;

    /** The size of the response. */
    @Param
    public Body body;

    private BackendProcess process;
    private EmbeddedServer server;
    private Connection connection;
    private String target;

    /** Starts the backend and the application, and stores the response in the backend. */
    @Setup
    public void start() throws IOException {
        process = BackendProcess.start(backend);
        Map<String, Object> properties = new HashMap<>(backend.properties(process.port()));
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.caches.pages.maximum-size", 1_000);
        // A request that waits for a processor on a busy machine must not become a miss.
        properties.put("http-cache.backend-timeout", "10s");
        server = ApplicationContext.run(EmbeddedServer.class, properties);
        connection = new Connection(server.getPort());
        target = (reader == Reader.HIT ? "/cached/" : "/bare/") + body.segment();
        byte[] page = connection.get("/cached/" + body.segment());
        server.getApplicationContext().getBean(BareController.class).keep(body.segment(), page);
        awaitHit();
        check(page);
    }

    /** Returns the length of the response's body, for JMH to consume. */
    @Benchmark
    public int request() {
        try {
            return connection.get(target).length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the last response and stops all processes. */
    @TearDown
    public void stop() throws IOException {
        check(connection.get("/bare/" + body.segment()));
        connection.close();
        server.close();
        process.close();
    }

    /** Waits for the first hit, because the cache sends the first response before it stores it. */
    private void awaitHit() throws IOException {
        while (!connection.head().contains("; hit")) {
            connection.get("/cached/" + body.segment());
        }
    }

    private void check(byte[] page) throws IOException {
        boolean same = Arrays.equals(connection.get(target), page);
        if (!same || connection.head().contains("; hit") != (reader == Reader.HIT)) {
            throw new IllegalStateException(
                    "The last response of " + target + " is not of the measured kind: " + connection.head());
        }
    }
}
