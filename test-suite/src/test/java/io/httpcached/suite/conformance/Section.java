package io.httpcached.suite.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * One file of cases.
 *
 * @param name the name of the file without its ending, which marks its table in the documentation
 * @param rules what it shows
 */
record Section(String name, List<Rule> rules) {

    /**
     * A rule and the cases on both of its sides.
     *
     * @param text what the standard asks
     * @param anchor where it does
     * @param groups the cases, those that show the same by other values together
     */
    record Rule(String text, String anchor, List<List<Case>> groups) {}

    /** {@return all cases in order} */
    Stream<Case> cases() {
        return rules.stream().flatMap(rule -> rule.groups().stream()).flatMap(List::stream);
    }
}
