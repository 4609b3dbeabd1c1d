package io.httpcached.benchmark.compiler;

import io.httpcached.benchmark.Presence;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures the compilation of 500 cached routes. The first compilation in a JVM stands for a build from the command
 * line, the later ones for a build daemon.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class CompileBenchmark {

    private static final int ROUTES = 500;

    /** Says whether the module's processor takes part. */
    @Param
    public Presence processor;

    /** The number of controllers that the routes are divided among. Each controller adds a class and a bean. */
    @Param({"100", "500"})
    public int controllers;

    private Compilation compilation;

    /** Writes the sources. */
    @Setup(Level.Iteration)
    public void prepare() throws IOException {
        processor.require("io.httpcached.processor.HttpCachedVisitor");
        compilation = new Compilation(controllers, ROUTES / controllers);
    }

    /** Compiles the sources. */
    @Benchmark
    public void compile() {
        compilation.run();
    }

    /** Checks that the processor ran exactly if it is present. */
    @TearDown(Level.Iteration)
    public void check() throws IOException {
        long expected = processor == Presence.PRESENT ? controllers : 0;
        if (compilation.interceptors() != expected) {
            throw new IllegalStateException(
                    "The processor is " + processor + ", but wrote " + compilation.interceptors() + " interceptors");
        }
        compilation.close();
    }
}
