package io.httpcached.benchmark.server;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures a controller that binds the number and returns constant bytes, for comparison with {@link EntriesBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class NumberedConstantBenchmark {

    private static final int NUMBERS = 1_000;

    private NumberedExchange exchange;

    /** Starts the application and warms up the route. */
    @Setup
    public void start() {
        exchange = new NumberedExchange("/constant/entries/", NUMBERS);
        WarmUp.with(exchange::requestAny);
    }

    /** Returns the length of the response, for JMH to consume. */
    @Benchmark
    public int request() {
        return exchange.requestAny();
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        exchange.close();
    }
}
