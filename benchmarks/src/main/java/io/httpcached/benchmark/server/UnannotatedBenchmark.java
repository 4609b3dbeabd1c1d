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
 * What the module costs a route that does not use it: the cheapest route there is, on a class path with the module and on
 * one without. Whoever starts the JVM has to choose the class path.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class UnannotatedBenchmark {

    /** Whether the module is there. */
    @Param
    public Presence module;

    private RouteExchange exchange;

    /** Starts the application and warms the route up. */
    @Setup
    public void start() {
        module.require("io.httpcached.HttpCache");
        exchange = RouteExchange.start(Kind.CONSTANT, Body.SMALL);
        WarmUp.with(exchange::run);
    }

    /** {@return the length of the response, for JMH to consume} */
    @Benchmark
    public int request() {
        return exchange.run();
    }

    /** Checks what was measured, and stops the application. */
    @TearDown
    public void stop() {
        exchange.close();
    }
}
