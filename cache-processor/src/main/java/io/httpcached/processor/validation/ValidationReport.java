package io.httpcached.processor.validation;

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
     * Takes findings in.
     *
     * @param findings findings, known ones too
     */
    public void add(Collection<Finding> findings) {
        findings.stream().filter(finding -> !shown.contains(finding)).forEach(pending::add);
    }

    /**
     * Shows what was not shown yet, each finding as an error at its element.
     *
     * @param context the compiler
     */
    public void show(VisitorContext context) {
        pending.forEach(finding -> context.fail(finding.message(), finding.origin()));
        shown.addAll(pending);
        pending.clear();
    }
}
