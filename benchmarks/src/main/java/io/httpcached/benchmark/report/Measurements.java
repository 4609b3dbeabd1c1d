package io.httpcached.benchmark.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What all rounds found. Two subjects are compared round by round, since what disturbs the machine in a round disturbs
 * both: a ratio is the median of the rounds' ratios. Not thread-safe.
 */
public final class Measurements {

    private final Map<Subject, List<Sample>> samples = new HashMap<>();

    /** Adds what a round found. */
    public void add(Subject subject, Sample sample) {
        samples.computeIfAbsent(subject, any -> new ArrayList<>()).add(sample);
    }

    /** {@return the median of the times} */
    double time(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::time));
    }

    /** {@return the shortest and the longest time} */
    DoubleSummaryStatistics times(Subject subject) {
        return rounds(subject).stream().mapToDouble(Sample::time).summaryStatistics();
    }

    /** {@return the median of the times on the clock} */
    double elapsed(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::elapsed));
    }

    /** {@return the median of the allocations} */
    double bytes(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::bytes));
    }

    /** {@return how many times as long as the reference it takes} */
    double ratio(Subject subject, Subject reference) {
        return compare(subject, reference, (one, other) -> one.time() / other.time());
    }

    /** {@return how much longer than the reference it takes} */
    double difference(Subject subject, Subject reference) {
        return compare(subject, reference, (one, other) -> one.time() - other.time());
    }

    private double compare(Subject subject, Subject reference, ToDoubleBiFunction<Sample, Sample> comparison) {
        List<Sample> mine = rounds(subject);
        List<Sample> others = rounds(reference);
        return median(IntStream.range(0, Math.min(mine.size(), others.size()))
                .mapToDouble(round -> comparison.applyAsDouble(mine.get(round), others.get(round))));
    }

    private List<Sample> rounds(Subject subject) {
        List<Sample> found = samples.get(subject);
        if (found == null) {
            throw new IllegalStateException("Not measured: " + subject);
        }
        return found;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
