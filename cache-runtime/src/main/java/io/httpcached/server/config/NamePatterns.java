package io.httpcached.server.config;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of names and of beginnings of names.
 *
 * @param names whole names
 * @param prefixes beginnings of names
 */
record NamePatterns(Set<String> names, Set<String> prefixes) {

    private static final String ANY = "*";

    /**
     * Returns a set of names.
     *
     * @param patterns names; one that ends with {@code *} stands for all names that begin with the text before it
     * @return the set
     */
    static NamePatterns of(Collection<String> patterns) {
        return new NamePatterns(
                patterns.stream().filter(each -> !each.endsWith(ANY)).collect(Collectors.toUnmodifiableSet()),
                patterns.stream()
                        .filter(each -> each.endsWith(ANY))
                        .map(each -> each.substring(0, each.length() - 1))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns whether a text can stand for names.
     *
     * @param pattern the text
     * @return false if it is blank, stands for all names, or has a {@code *} before its end
     */
    static boolean isValid(String pattern) {
        int any = pattern.indexOf('*');
        return !pattern.isBlank() && any != 0 && (any < 0 || any == pattern.length() - 1);
    }

    boolean contains(String name) {
        if (names.contains(name)) {
            return true;
        }
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
