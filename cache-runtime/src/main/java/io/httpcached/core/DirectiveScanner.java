package io.httpcached.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the directives of one {@code Cache-Control} line (RFC 9111 §5.2). An argument is a token or a quoted string;
 * text inside a quoted string is not a directive. Never throws an exception.
 */
final class DirectiveScanner {

    private final String line;
    private int at;
    private String name = "";
    private @Nullable String argument;
    private boolean malformed;

    DirectiveScanner(String line) {
        this.line = line;
    }

    /** Advances to the next directive and returns false if there is none. */
    boolean next() {
        while (at < line.length()) {
            int end = Tokens.endOfPart(line, at, ',');
            read(Tokens.trim(line, at, end));
            at = end + 1;
            if (!name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@return the name in lower case} */
    String name() {
        return name;
    }

    /** {@return the argument without its quotes; null if there is none or it is malformed} */
    @Nullable
    String argument() {
        return argument;
    }

    /** {@return whether the directive does not follow the grammar} */
    boolean malformed() {
        return malformed;
    }

    private void read(String directive) {
        int end = 0;
        while (end < directive.length() && Tokens.isTokenCharacter(directive.charAt(end))) {
            end++;
        }
        name = directive.substring(0, end).toLowerCase(Locale.ROOT);
        boolean argumentGiven = end < directive.length() && directive.charAt(end) == '=';
        argument = argumentGiven ? Tokens.value(directive.substring(end + 1)) : null;
        malformed = end < directive.length() && argument == null;
    }
}
