package io.httpcached.processor.validation;

import io.micronaut.inject.ast.Element;
import java.util.Optional;

/**
 * An error or a warning of the processor.
 *
 * @param warning the kind of warning; empty for an error
 * @param origin the element at which it is reported
 * @param problem the problem, a sentence without a full stop
 * @param reason the reason why it is a problem, likewise
 * @param advice the change that fixes it, likewise
 */
public record Problem(Optional<Warning> warning, Element origin, String problem, String reason, String advice) {

    /**
     * Creates an error.
     *
     * @param origin the element at which it is reported
     * @param problem the problem, a sentence without a full stop
     * @param reason the reason why it is a problem, likewise
     * @param advice the change that fixes it, likewise
     */
    Problem(Element origin, String problem, String reason, String advice) {
        this(Optional.empty(), origin, problem, reason, advice);
    }

    /**
     * Creates a warning.
     *
     * @param warning the kind of warning
     * @param origin the element at which it is reported
     * @param problem the problem, a sentence without a full stop
     * @param reason the reason why it is a problem, likewise
     * @param advice the change that fixes it, likewise
     */
    Problem(Warning warning, Element origin, String problem, String reason, String advice) {
        this(Optional.of(warning), origin, problem, reason, advice);
    }

    /** {@return whether it is an error, regardless of the options} */
    public boolean isError() {
        return warning.isEmpty();
    }

    /** {@return the message for the compiler, which for a warning ends with the annotation that suppresses it} */
    public String message() {
        String suppression = warning.map(kind -> " If this is intended, add " + kind.suppression() + ".")
                .orElse("");
        return problem + ". " + reason + ". " + advice + "." + suppression;
    }
}
