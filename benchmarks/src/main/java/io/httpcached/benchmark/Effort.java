package io.httpcached.benchmark;

/**
 * The number and length of measurements.
 *
 * @param rounds the number of runs of each benchmark, each in a new JVM
 * @param warmUpSeconds the seconds for which JMH runs a benchmark, after its own warm-up, before it measures
 * @param measuredSeconds the seconds for which a benchmark is measured
 * @param compilations the number of compilations in a JVM, of which the first and the last are measured
 */
public record Effort(int rounds, int warmUpSeconds, int measuredSeconds, int compilations) {

    /**
     * Returns the effort with the given name.
     *
     * @param name {@code full} or {@code quick}
     */
    public static Effort named(String name) {
        return switch (name) {
            case "full" -> new Effort(5, 2, 2, 3);
            case "quick" -> new Effort(1, 1, 1, 2);
            default -> throw new IllegalArgumentException("The effort must be full or quick, but was '" + name + "'.");
        };
    }
}
