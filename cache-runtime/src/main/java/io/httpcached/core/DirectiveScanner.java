package io.httpcached.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the directives of one {@code Cache-Control} line (RFC 9111 §5.2). An argument may be a token or a quoted
 * string. What looks like a directive inside a quoted string is none. Never throws.
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

    /** {@return whether there was a further directive, which the accessors then tell} */
    boolean next() {
        while (at < line.length()) {
            readDirective();
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

    /** {@return the argument without its quotes, or null} */
    @Nullable
    String argument() {
        return argument;
    }

    /** {@return whether the directive does not follow the grammar, so that its argument is not to be trusted} */
    boolean malformed() {
        return malformed;
    }

    private void readDirective() {
        argument = null;
        malformed = false;
        skipSpace();
        name = token().toLowerCase(Locale.ROOT);
        if (at < line.length() && line.charAt(at) == '=') {
            at++;
            readArgument();
        }
        skipSpace();
        int end = Tokens.endOfPart(line, at, ',');
        malformed |= end > at;
        at = end + 1;
    }

    private void readArgument() {
        if (at < line.length() && line.charAt(at) == '"') {
            argument = quotedString();
        } else {
            argument = token();
            malformed = argument.isEmpty();
        }
    }

    private String token() {
        int start = at;
        while (at < line.length() && Tokens.isTokenCharacter(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private String quotedString() {
        StringBuilder text = new StringBuilder();
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                at++;
                return text.toString();
            }
            boolean escaped = c == '\\' && at + 1 < line.length();
            text.append(escaped ? line.charAt(++at) : c);
        }
        malformed = true;
        return text.toString();
    }

    private void skipSpace() {
        while (at < line.length() && Tokens.isSpace(line.charAt(at))) {
            at++;
        }
    }
}
