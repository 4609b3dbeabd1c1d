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

/** What a request costs, by the way the route comes to its answer and by the size of that. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class RouteBenchmark {

    /** How the route comes to its answer. */
    @Param
    public Kind kind;

    /** How large the answer is. */
    @Param
    public Body body;

    private RouteExchange exchange;

    /** Starts the application and warms the route up. */
    @Setup
    public void start() {
        exchange = RouteExchange.start(kind, body);
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
