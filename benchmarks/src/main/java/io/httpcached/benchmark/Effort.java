package io.httpcached.benchmark;

/**
 * How long to measure.
 *
 * @param rounds how often each benchmark runs, each time in a JVM of its own
 * @param warmUpSeconds how long JMH runs a benchmark that is warm already before it measures
 * @param measuredSeconds how long it is measured
 * @param compilations how many compilations a JVM runs, of which the first and the last count
 */
public record Effort(int rounds, int warmUpSeconds, int measuredSeconds, int compilations) {

    /**
     * {@return the effort of that name}
     *
     * @param name {@code full} or {@code quick}
     */
    public static Effort named(String name) {
        return switch (name) {
            case "full" -> new Effort(5, 2, 2, 3);
            case "quick" -> new Effort(1, 1, 1, 2);
            default -> throw new IllegalArgumentException("'" + name + "' is neither full nor quick");
        };
    }
}
