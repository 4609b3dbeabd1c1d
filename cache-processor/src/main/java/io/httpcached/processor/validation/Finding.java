package io.httpcached.processor.validation;

import io.micronaut.inject.ast.Element;

/**
 * Something that must not build.
 *
 * @param origin the element to report it at
 * @param wrong what is wrong, a sentence without its full stop
 * @param reason why it matters, likewise
 * @param instead what to write instead, likewise
 */
public record Finding(Element origin, String wrong, String reason, String instead) {

    /** {@return the text shown by the compiler} */
    public String message() {
        return wrong + ". " + reason + ". " + instead + ".";
    }
}
