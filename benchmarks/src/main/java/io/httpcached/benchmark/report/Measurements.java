package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.report.Subject.Compiling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The results of all rounds. Two subjects are compared round by round, because a disturbance of the machine in a round
 * affects both. A ratio is the median of the ratios of the rounds. Not thread-safe.
 */
public final class Measurements {

    private final Map<Subject, List<Sample>> samples = new HashMap<>();

    /** Adds the result of a round. */
    public void add(Subject subject, Sample sample) {
        samples.computeIfAbsent(subject, any -> new ArrayList<>()).add(sample);
    }

    /** Returns whether a round measured the subject. */
    boolean contains(Subject subject) {
        return samples.containsKey(subject);
    }

    /** Returns the numbers of controllers that were compiled, and whether in the first or a later compilation of a JVM. */
    List<Compiling> compilations() {
        return samples.keySet().stream()
                .filter(Compiling.class::isInstance)
                .map(Compiling.class::cast)
                .filter(each -> each.processor() == Presence.PRESENT)
                .sorted(Comparator.comparing(Compiling::controllers).thenComparing(each -> !each.first()))
                .toList();
    }

    /** Returns the median of the times. */
    double time(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::time));
    }

    /** Returns the statistics of the times. */
    DoubleSummaryStatistics times(Subject subject) {
        return rounds(subject).stream().mapToDouble(Sample::time).summaryStatistics();
    }

    /** Returns the median of the elapsed times. */
    double elapsed(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::elapsed));
    }

    /** Returns the median of the allocated bytes. */
    double bytes(Subject subject) {
        return median(rounds(subject).stream().mapToDouble(Sample::bytes));
    }

    /** Returns the median ratio of the subject's time to that of the reference. */
    double ratio(Subject subject, Subject reference) {
        return compare(subject, reference, (one, other) -> one.time() / other.time());
    }

    /** Returns the median difference between the subject's time and that of the reference. */
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
