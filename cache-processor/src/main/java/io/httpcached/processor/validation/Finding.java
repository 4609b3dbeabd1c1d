package io.httpcached.processor.validation;

import io.micronaut.inject.ast.Element;
import java.util.Optional;

/**
 * Something that must not build, or that probably should not.
 *
 * @param warning which warning it is; empty for an error
 * @param origin the element to report it at
 * @param wrong what is wrong, a sentence without its full stop
 * @param reason why it matters, likewise
 * @param instead what to write instead, likewise
 */
public record Finding(Optional<Warning> warning, Element origin, String wrong, String reason, String instead) {

    /**
     * An error.
     *
     * @param origin the element to report it at
     * @param wrong what is wrong, a sentence without its full stop
     * @param reason why it matters, likewise
     * @param instead what to write instead, likewise
     */
    public Finding(Element origin, String wrong, String reason, String instead) {
        this(Optional.empty(), origin, wrong, reason, instead);
    }

    /**
     * A warning.
     *
     * @param warning which
     * @param origin the element to report it at
     * @param wrong what is wrong, a sentence without its full stop
     * @param reason why it matters, likewise
     * @param instead what to write instead, likewise
     */
    Finding(Warning warning, Element origin, String wrong, String reason, String instead) {
        this(Optional.of(warning), origin, wrong, reason, instead);
    }

    /** {@return whether it must not build, whatever the options} */
    public boolean isError() {
        return warning.isEmpty();
    }

    /** {@return the text shown by the compiler, which for a warning says how to silence it} */
    public String message() {
        String silence = warning.map(known -> ", or " + known.silencer() + " if it is right as it is")
                .orElse("");
        return wrong + ". " + reason + ". " + instead + silence + ".";
    }
}
