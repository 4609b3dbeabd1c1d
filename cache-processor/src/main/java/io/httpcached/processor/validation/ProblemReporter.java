package io.httpcached.processor.validation;

import io.httpcached.processor.reading.Options;
import io.httpcached.processor.reading.Suppressions;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reports the errors and warnings of a compilation. A problem that several controllers share, such as one in a superclass, is
 * reported once. Not thread-safe.
 */
public final class ProblemReporter {

    private final Set<Problem> pending = new LinkedHashSet<>();
    private final Set<Problem> reported = new HashSet<>();

    /**
     * Adds problems, except warnings that are suppressed at their element or at the class in which they were found.
     *
     * @param problems the problems, which may have been added before
     * @param type the class in which they were found
     * @param suppressions the suppressed warnings of the source
     */
    public void add(Collection<Problem> problems, Element type, Suppressions suppressions) {
        problems.stream()
                .filter(problem -> !reported.contains(problem))
                .filter(problem -> problem.warning()
                        .filter(warning -> suppressions.suppress(warning.id(), problem.origin())
                                || suppressions.suppress(warning.id(), type))
                        .isEmpty())
                .forEach(pending::add);
    }

    /**
     * Reports each problem that was not reported before, at its element.
     *
     * @param context the compiler, whose options determine whether warnings are errors
     */
    public void report(VisitorContext context) {
        boolean strict = Options.strict(context);
        for (Problem problem : pending) {
            if (strict || problem.isError()) {
                context.fail(problem.message(), problem.origin());
            } else {
                context.warn(problem.message(), problem.origin());
            }
        }
        reported.addAll(pending);
        pending.clear();
    }
}
