package io.httpcached.benchmark.server;

import io.httpcached.benchmark.Presence;
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
 * Measures the overhead of the module for a route that does not use it. It requests the cheapest route with and without
 * the module on the class path; the caller chooses the class path when it starts the JVM.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class UnannotatedBenchmark {

    /** Says whether the module is on the class path. */
    @Param
    public Presence module;

    private RouteExchange exchange;

    /** Starts the application and warms up the route. */
    @Setup
    public void start() {
        module.require("io.httpcached.HttpCache");
        exchange = RouteExchange.start(Kind.CONSTANT, Body.SMALL);
        WarmUp.with(exchange::run);
    }

    /** Returns the length of the response, for JMH to consume. */
    @Benchmark
    public int request() {
        return exchange.run();
    }

    /** Checks the last response and stops the application. */
    @TearDown
    public void stop() {
        exchange.close();
    }
}
