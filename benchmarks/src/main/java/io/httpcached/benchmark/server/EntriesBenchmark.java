package io.httpcached.benchmark.server;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures hits for different numbers of entries in the memory store. One request for each entry fills the store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class EntriesBenchmark {

    /** The number of entries. */
    @Param({"1000", "1000000"})
    public int entries;

    private NumberedExchange exchange;

    /** Starts the application, fills its store and warms up hits. */
    @Setup
    public void fill() {
        exchange = new NumberedExchange("/cached/entries/", entries);
        exchange.requestAll();
        WarmUp.with(exchange::requestAny);
        requireOneRunAnEntry();
    }

    /** Returns the length of the response, for JMH to consume. */
    @Benchmark
    public int hit() {
        return exchange.requestAny();
    }

    /** Checks that all measured requests were hits, and stops the application. */
    @TearDown
    public void stop() {
        requireOneRunAnEntry();
        exchange.close();
    }

    private void requireOneRunAnEntry() {
        if (exchange.handlerRuns() != entries) {
            throw new IllegalStateException(entries + " entries, but " + exchange.handlerRuns() + " handler runs");
        }
    }
}
