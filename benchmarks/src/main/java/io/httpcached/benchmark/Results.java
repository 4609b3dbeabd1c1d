package io.httpcached.benchmark;

import io.httpcached.benchmark.compiler.CompileBenchmark;
import io.httpcached.benchmark.report.Measurements;
import io.httpcached.benchmark.report.Sample;
import io.httpcached.benchmark.report.Subject;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.EntriesBenchmark;
import io.httpcached.benchmark.server.Kind;
import io.httpcached.benchmark.server.MissBenchmark;
import io.httpcached.benchmark.server.Missed;
import io.httpcached.benchmark.server.NumberedConstantBenchmark;
import io.httpcached.benchmark.server.RouteBenchmark;
import io.httpcached.benchmark.server.UnannotatedBenchmark;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Converts JMH results into measurements. */
final class Results {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private Results() {}

    static void addTo(Measurements measurements, RunResult result) {
        BenchmarkParams params = result.getParams();
        if (isOf(params, CompileBenchmark.class)) {
            addCompilations(measurements, result);
        } else {
            measurements.add(subject(params), sample(result));
        }
    }

    private static Subject subject(BenchmarkParams params) {
        if (isOf(params, RouteBenchmark.class)) {
            return new Subject.Route(Kind.valueOf(params.getParam("kind")), Body.valueOf(params.getParam("body")));
        }
        if (isOf(params, MissBenchmark.class)) {
            return new Subject.Miss(Missed.valueOf(params.getParam("route")), Body.valueOf(params.getParam("body")));
        }
        if (isOf(params, EntriesBenchmark.class)) {
            return new Subject.Hit(Integer.parseInt(params.getParam("entries")));
        }
        if (isOf(params, NumberedConstantBenchmark.class)) {
            return new Subject.NumberedConstant();
        }
        if (isOf(params, UnannotatedBenchmark.class)) {
            return new Subject.Unannotated(Presence.valueOf(params.getParam("module")));
        }
        throw new IllegalArgumentException("Unknown benchmark: " + params.getBenchmark());
    }

    private static void addCompilations(Measurements measurements, RunResult result) {
        Presence processor = Presence.valueOf(result.getParams().getParam("processor"));
        int controllers = Integer.parseInt(result.getParams().getParam("controllers"));
        List<IterationResult> compilations =
                List.copyOf(result.getBenchmarkResults().iterator().next().getIterationResults());
        measurements.add(new Subject.Compiling(processor, controllers, true), sample(compilations.get(0)));
        if (compilations.size() > 1) {
            measurements.add(
                    new Subject.Compiling(processor, controllers, false),
                    sample(compilations.get(compilations.size() - 1)));
        }
    }

    private static Sample sample(RunResult requests) {
        return new Sample(
                score(requests.getSecondaryResults(), CpuTimeProfiler.RESULT) / NANOS_PER_MICRO,
                requests.getPrimaryResult().getScore() / NANOS_PER_MICRO,
                score(requests.getSecondaryResults(), ALLOCATION));
    }

    private static Sample sample(IterationResult compilation) {
        return new Sample(
                score(compilation.getSecondaryResults(), CpuTimeProfiler.RESULT) / NANOS_PER_SECOND,
                compilation.getPrimaryResult().getScore(),
                0);
    }

    @SuppressWarnings("rawtypes") // JMH has no other type for it.
    private static double score(Map<String, Result> results, String name) {
        return Objects.requireNonNull(results.get(name), name).getScore();
    }

    private static boolean isOf(BenchmarkParams params, Class<?> benchmark) {
        return params.getBenchmark().startsWith(benchmark.getName() + '.');
    }
}
