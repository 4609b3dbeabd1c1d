package io.httpcached.suite.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of one file.
 *
 * @param name the name of the file without its extension, which marks the table in the documentation
 * @param rules the rules that the cases test
 */
record Section(String name, List<Rule> rules) {

    /**
     * A rule with the cases that satisfy its condition and those that do not.
     *
     * @param text the requirement of the standard
     * @param anchor the section of the standard
     * @param groups the cases; a group contains those that differ only in their values
     */
    record Rule(String text, String anchor, List<List<Case>> groups) {}

    /** Returns all cases in order. */
    Stream<Case> cases() {
        return rules.stream().flatMap(rule -> rule.groups().stream()).flatMap(List::stream);
    }
}
