package io.httpcached.benchmark;

import io.httpcached.benchmark.server.Body;
import java.util.List;

/**
 * The number and length of measurements, and what is measured.
 *
 * @param rounds the number of runs of each benchmark, each in a new JVM
 * @param warmUpSeconds the seconds for which JMH runs a benchmark, after its own warm-up, before it measures
 * @param measuredSeconds the seconds for which a benchmark is measured
 * @param compilations the number of compilations in a JVM, of which the first and the last are measured
 * @param bodies the sizes of bodies
 * @param controllers the numbers of controllers that are compiled
 * @param small whether hits among many entries and routes without the module are left out
 */
public record Effort(
        int rounds,
        int warmUpSeconds,
        int measuredSeconds,
        int compilations,
        List<Body> bodies,
        List<Integer> controllers,
        boolean small) {

    /**
     * Returns the effort with the given name.
     *
     * @param name {@code full}, or {@code quick} for two minutes
     */
    public static Effort named(String name) {
        return switch (name) {
            case "full" -> new Effort(5, 2, 2, 3, List.of(Body.values()), List.of(100, 500), false);
            case "quick" -> new Effort(1, 1, 1, 1, List.of(Body.MEDIUM), List.of(100), true);
            default -> throw new IllegalArgumentException("The effort must be full or quick, but was '" + name + "'.");
        };
    }

    String[] bodyNames() {
        return bodies.stream().map(Body::name).toArray(String[]::new);
    }

    String[] controllerNumbers() {
        return controllers.stream().map(String::valueOf).toArray(String[]::new);
    }
}
