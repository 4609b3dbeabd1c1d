package io.httpcached.benchmark;

import io.httpcached.benchmark.report.Aims;
import io.httpcached.benchmark.report.Measurements;
import io.httpcached.benchmark.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** Runs all benchmarks and prints their results as a table. The output of JMH goes to log files. */
public final class BenchmarkRun {

    private BenchmarkRun() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments {@code full} or {@code quick}, and the folder for JMH's logs
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Effort effort = Effort.named(arguments[0]);
        Path logs = Files.createDirectories(Path.of(arguments[1]));
        Measurements measurements = new Measurements();
        for (int number = 1; number <= effort.rounds(); number++) {
            System.err.printf("Round %d of %d; JMH writes to %s%n", number, effort.rounds(), logs);
            new Round(effort, logs, number).run().forEach(result -> Results.addTo(measurements, result));
        }
        System.out.println(Table.of(measurements));
        System.out.println();
        System.out.println(Aims.of(measurements));
    }
}
