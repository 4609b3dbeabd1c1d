package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.server.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Measures misses whose responses are stored in Redis, beside a controller that sends {@code GET}, serializes the same page
 * and sends {@code SET}. Each request has a number of its own in its path. Both routes respond before the value is written.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class RedisMissBenchmark {

    /** The number of requests in flight. */
    @Param({"1", "8", "32"})
    public int concurrency;

    /** The route under test. */
    @Param
    public Route route;

    /** The size of the response. */
    @Param("MEDIUM")
    public Body body;

    private BackendApplication application;
    private Connections connections;
    private long number;

    /** Starts Redis and the application, and warms up. */
    @Setup
    public void start() throws IOException {
        application = BackendApplication.start(Backend.REDIS, Map.of());
        String path = (route == Route.CACHED ? "/misses/stored/" : "/bare/misses/") + body.segment() + '/';
        connections = new Connections(application.port(), concurrency, () -> path + number++);
        WarmUp.with(this::miss);
    }

    /** Returns the length of the response's body, for JMH to consume. */
    @Benchmark
    public int miss() {
        try {
            byte[] received = connections.exchange();
            if (connections.head().contains("fwd=miss; stored") != (route == Route.CACHED)) {
                throw new IllegalStateException("A response is not of the measured kind: " + connections.head());
            }
            return received.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the number of writes and stops all processes. */
    @TearDown
    public void stop() throws IOException {
        connections.close();
        // The last writes may not have arrived yet.
        if (application.bean(BareRedisController.class).writes() < number - concurrency) {
            throw new IllegalStateException("Redis received fewer writes than requests were sent.");
        }
        application.close();
    }
}
