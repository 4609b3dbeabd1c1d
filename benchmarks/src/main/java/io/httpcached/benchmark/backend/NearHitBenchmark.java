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

/** Measures hits over a socket from memory, from Redis, and from near copies of what Redis has, with several requests at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class NearHitBenchmark {

    /** The number of requests in flight. */
    @Param("8")
    public int concurrency;

    /** The store of the entry. */
    @Param
    public HitStore store;

    /** The size of the response. */
    @Param
    public Body body;

    private HitRequests requests;

    /** Starts Redis and the application, stores the response and warms up. */
    @Setup
    public void start() throws IOException {
        requests = HitRequests.start(store, body, concurrency);
        WarmUp.with(this::hit);
    }

    /** Returns the length of the response's body, for JMH to consume. */
    @Benchmark
    public int hit() {
        return requests.next();
    }

    /** Checks the last response and stops all processes. */
    @TearDown
    public void stop() throws IOException {
        requests.close();
    }
}
