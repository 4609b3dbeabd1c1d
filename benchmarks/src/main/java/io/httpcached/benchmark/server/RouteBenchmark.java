package io.httpcached.benchmark.server;

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

/** Measures requests for each kind of route and each size of body. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class RouteBenchmark {

    /** The kind of route. */
    @Param
    public Kind kind;

    /** The size of the response. */
    @Param
    public Body body;

    private RouteExchange exchange;

    /** Starts the application and warms up the route. */
    @Setup
    public void start() {
        exchange = RouteExchange.start(kind, body);
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
