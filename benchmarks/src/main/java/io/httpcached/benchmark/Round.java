package io.httpcached.benchmark;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.benchmark.compiler.CompileBenchmark;
import io.httpcached.benchmark.server.EntriesBenchmark;
import io.httpcached.benchmark.server.EventLoopThreads;
import io.httpcached.benchmark.server.MissBenchmark;
import io.httpcached.benchmark.server.NumberedConstantBenchmark;
import io.httpcached.benchmark.server.RouteBenchmark;
import io.httpcached.benchmark.server.UnannotatedBenchmark;
import io.httpcached.benchmark.server.WarmUp;
import io.httpcached.processor.HttpCachedVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs each benchmark once in its own JVM. Several rounds run one after another, so that a slow phase of the machine
 * affects all benchmarks alike.
 */
final class Round {

    private final Effort effort;
    private final Path logs;
    private final int number;

    Round(Effort effort, Path logs, int number) {
        this.effort = effort;
        this.logs = logs;
        this.number = number;
    }

    /** Returns the results of JMH. */
    List<RunResult> run() throws RunnerException {
        ClassPath all = ClassPath.ofThisJvm();
        List<RunResult> results = new ArrayList<>();
        results.addAll(run(
                all,
                requests("routes")
                        .include(RouteBenchmark.class.getName())
                        .include(MissBenchmark.class.getName())
                        .param("body", effort.bodyNames())));
        if (!effort.small()) {
            results.addAll(run(
                    all,
                    requests("entries")
                            .include(NumberedConstantBenchmark.class.getName())
                            .include(EntriesBenchmark.class.getName())));
            results.addAll(run(all, unannotated(Presence.PRESENT)));
            results.addAll(run(all.without(HttpCache.class, HttpCached.class), unannotated(Presence.ABSENT)));
        }
        results.addAll(run(all, compilations(Presence.PRESENT)));
        results.addAll(run(all.without(HttpCachedVisitor.class), compilations(Presence.ABSENT)));
        return results;
    }

    private ChainedOptionsBuilder requests(String log) {
        return options(log)
                .warmupIterations(effort.warmUpSeconds())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(effort.measuredSeconds())
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .jvmArgsPrepend(
                        // Compiles in the foreground; otherwise a busy machine would measure code that is not fully
                        // compiled.
                        "-Xbatch",
                        WarmUp.property(effort.warmUpSeconds() + 1),
                        "-Djmh.executor=CUSTOM",
                        "-Djmh.executor.class=" + EventLoopThreads.class.getName());
    }

    private ChainedOptionsBuilder unannotated(Presence module) {
        return requests("module-" + module)
                .include(UnannotatedBenchmark.class.getName())
                .param("module", module.name());
    }

    private ChainedOptionsBuilder compilations(Presence processor) {
        return options("processor-" + processor)
                .include(CompileBenchmark.class.getName())
                .param("processor", processor.name())
                .param("controllers", effort.controllerNumbers())
                .warmupIterations(0)
                .measurementIterations(effort.compilations());
    }

    private ChainedOptionsBuilder options(String log) {
        return new OptionsBuilder()
                .forks(1)
                // Touches the heap in advance; otherwise the measurement would include page faults of the first pass.
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")
                .addProfiler(CpuTimeProfiler.class)
                .shouldFailOnError(true)
                .output(logs.resolve("round-" + number + "-" + log + ".log").toString());
    }

    /**
     * Runs benchmarks with a class path. JMH starts its JVMs with the class path in this JVM's system property and
     * offers no other way to choose it.
     */
    private static Collection<RunResult> run(ClassPath path, ChainedOptionsBuilder options) throws RunnerException {
        String own = System.setProperty(ClassPath.PROPERTY, path.toString());
        try {
            return new Runner(options.build()).run();
        } finally {
            System.setProperty(ClassPath.PROPERTY, own);
        }
    }
}
