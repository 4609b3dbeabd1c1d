package io.httpcached.benchmark.server;

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
 * Measures misses beside the same handler without a cache. The memory store is so small that it is full after the warm-up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class MissBenchmark {

    private static final int NUMBERS = 9_000_000;

    /** The rule for what handlers read beside the key. With {@code ignore}, the cache observes no request. */
    @Param("vary")
    public String unkeyedReads;

    /** The kind of route. */
    @Param
    public Missed route;

    /** The size of the response. */
    @Param
    public Body body;

    private NumberedExchange exchange;

    /** Starts the application and warms up misses. */
    @Setup
    public void start() {
        exchange = new NumberedExchange(
                route.target(body),
                NUMBERS,
                Map.of("http-cache.unkeyed-reads", unkeyedReads, "http-cache.memory.maximum-size", "8MB"));
        WarmUp.with(exchange::requestAny);
    }

    /** Returns the length of the response, for JMH to consume. */
    @Benchmark
    public int miss() {
        return exchange.requestAny();
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        exchange.close();
    }
}
