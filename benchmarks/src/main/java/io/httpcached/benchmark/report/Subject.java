package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;

/**
 * One thing that is measured in each round.
 *
 * <p>The names in here are those of the benchmark classes and of their parameters: that is how results are found.
 */
public sealed interface Subject {

    /** A route. */
    record Route(Kind kind, Body body) implements Subject {}

    /** A hit among so many entries. */
    record Hit(int entries) implements Subject {}

    /** A controller that binds a path variable and returns constant bytes. */
    record NumberedConstant() implements Subject {}

    /** A route that is not annotated, with or without the module. */
    record Unannotated(Presence module) implements Subject {}

    /** The first or a later compilation of a JVM, with or without the processor, of so many controllers. */
    record Compiling(Presence processor, int controllers, boolean first) implements Subject {

        static final int[] CONTROLLERS = {100, 500};
        static final boolean[] FIRST_OR_LATER = {true, false};
    }
}
