package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;

/**
 * A thing that is measured in each round.
 *
 * <p>The names are those of the benchmark classes and of their parameters, by which the results are found.
 */
public sealed interface Subject {

    /** A route. */
    record Route(Kind kind, Body body) implements Subject {}

    /** A hit in a store with the given number of entries. */
    record Hit(int entries) implements Subject {}

    /** A controller that binds a path variable and returns constant bytes. */
    record NumberedConstant() implements Subject {}

    /** A route that is not annotated, with or without the module. */
    record Unannotated(Presence module) implements Subject {}

    /** The first or a later compilation in a JVM, with or without the processor, of the given number of controllers. */
    record Compiling(Presence processor, int controllers, boolean first) implements Subject {

        static final int[] CONTROLLERS = {100, 500};
        static final boolean[] FIRST_OR_LATER = {true, false};
    }
}
