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
 * All findings of a compilation. One that several controllers share, such as a mistake in a superclass or in the
 * annotation of the class, is shown once. Not thread-safe.
 */
public final class ValidationReport {

    private final Set<Finding> pending = new LinkedHashSet<>();
    private final Set<Finding> shown = new HashSet<>();

    /**
     * Takes findings in, but for the warnings that the source silences where they belong, or at the class that has
     * inherited what they are about.
     *
     * @param findings findings, known ones too
     * @param type the class in which they were found
     * @param suppressions what the source silences
     */
    public void add(Collection<Finding> findings, Element type, Suppressions suppressions) {
        findings.stream()
                .filter(finding -> !shown.contains(finding))
                .filter(finding -> finding.warning()
                        .filter(warning -> suppressions.silence(warning.id(), finding.origin())
                                || suppressions.silence(warning.id(), type))
                        .isEmpty())
                .forEach(pending::add);
    }

    /**
     * Shows what was not shown yet, each finding at its element.
     *
     * @param context the compiler, whose options say whether warnings are errors
     */
    public void show(VisitorContext context) {
        boolean strict = Options.strict(context);
        for (Finding finding : pending) {
            if (strict || finding.isError()) {
                context.fail(finding.message(), finding.origin());
            } else {
                context.warn(finding.message(), finding.origin());
            }
        }
        shown.addAll(pending);
        pending.clear();
    }
}
