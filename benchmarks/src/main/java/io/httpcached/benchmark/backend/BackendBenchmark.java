package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.server.Body;
import java.io.IOException;
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
 * Measures hits, one after the other, from Memcached and DynamoDB, and reads of the same bytes with the backend's own
 * client. See {@link RedisHitBenchmark} for Redis.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class BackendBenchmark {

    /** The backend under test. */
    @Param({"MEMCACHED", "DYNAMODB"})
    public Backend backend;

    /** The route under test. */
    @Param
    public Route route;

    /** The size of the response. */
    @Param
    public Body body;

    private HitRequests requests;

    /** Starts the backend and the application, and stores the response in the backend. */
    @Setup
    public void start() throws IOException {
        requests = HitRequests.start(backend, route, body, 1);
    }

    /** Returns the length of the response's body, for JMH to consume. */
    @Benchmark
    public int request() {
        return requests.next();
    }

    /** Checks the last response and stops all processes. */
    @TearDown
    public void stop() throws IOException {
        requests.close();
    }
}
