package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;
import io.httpcached.benchmark.server.Missed;

/**
 * A thing that is measured in each round.
 *
 * <p>The names are those of the benchmark classes and of their parameters, by which the results are found.
 */
public sealed interface Subject {

    /** A route. */
    record Route(Kind kind, Body body) implements Subject {}

    /** A request that is always a miss, or the same handler without a cache. */
    record Miss(Missed route, Body body) implements Subject {}

    /** A hit in a store with the given number of entries. */
    record Hit(int entries) implements Subject {}

    /** A controller that binds a path variable and returns constant bytes. */
    record NumberedConstant() implements Subject {}

    /** A route that is not annotated, with or without the module. */
    record Unannotated(Presence module) implements Subject {}

    /** The first or a later compilation in a JVM, with or without the processor, of the given number of controllers. */
    record Compiling(Presence processor, int controllers, boolean first) implements Subject {

        /** Returns the same compilation without the processor. */
        Compiling without() {
            return new Compiling(Presence.ABSENT, controllers, first);
        }
    }
}
