package io.httpcached.core;

import java.util.Locale;

/**
 * A part of a request whose value selects a response (RFC 9111 §4.1): a header field that {@code Vary} names, or any other part
 * that the handler read although the key does not contain it.
 *
 * @param kind the kind of the part
 * @param name its name, in lower case for a header field and its lines; empty if there is one such part only
 */
public record RequestPart(Kind kind, String name) implements Comparable<RequestPart> {

    /** The kinds of parts. */
    public enum Kind {
        /** A header field, by the combined meaning of its lines. */
        FIELD,
        /** A header field that the handler reads, line by line and unchanged: it may distinguish lines of one meaning. */
        LINES,
        /** The value of one cookie. */
        COOKIE,
        /** The values of one query parameter, decoded. */
        PARAMETER,
        /** An attribute that a filter outside the cache gave the request. */
        ATTRIBUTE,
        /** The whole query, undecoded. */
        QUERY,
        /** The path, undecoded. */
        PATH,
        /** The language that the application determines. */
        LOCALE,
        /** The scheme, host and port that the application determines. */
        HOST,
        /** The scheme of the connection. */
        SCHEME;

        private final String prefix = name().toLowerCase(Locale.ROOT) + ':';
    }

    /**
     * Creates a part that is a header field.
     *
     * @param name the name of the field
     * @return the part
     */
    public static RequestPart field(String name) {
        return new RequestPart(Kind.FIELD, name.toLowerCase(Locale.ROOT));
    }

    /**
     * Creates a part that is the lines of a header field.
     *
     * @param name the name of the field
     * @return the part
     */
    public static RequestPart lines(String name) {
        return new RequestPart(Kind.LINES, name.toLowerCase(Locale.ROOT));
    }

    /**
     * {@return whether a header field can have a name (RFC 9110 §5.1)} A read of any other name finds nothing in any request.
     *
     * @param name the name
     */
    public static boolean isFieldName(CharSequence name) {
        return Tokens.isToken(name.toString());
    }

    /**
     * Creates a part of which a request has only one.
     *
     * @param kind the kind
     * @return the part
     */
    public static RequestPart of(Kind kind) {
        return new RequestPart(kind, "");
    }

    /**
     * Returns the part that a text stands for.
     *
     * @param text the result of {@link #text}
     * @return the part
     * @throws IllegalArgumentException if no part has that text
     */
    public static RequestPart parse(String text) {
        if (text.indexOf(':') < 0) {
            return field(text);
        }
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                return new RequestPart(kind, text.substring(kind.prefix.length()));
            }
        }
        throw new IllegalArgumentException("unknown part of a request: " + text);
    }

    /**
     * {@return the name of a header field, or the kind, a colon and the name} The name of a field contains no colon (RFC 9110
     * §5.1), but a malformed {@code Vary} may name one that does.
     */
    public String text() {
        return kind == Kind.FIELD && name.indexOf(':') < 0 ? name : kind.prefix + name;
    }

    @Override
    public int compareTo(RequestPart other) {
        return text().compareTo(other.text());
    }

    /** {@return the text for messages and reports, which is the name of a header field for its lines as well} */
    @Override
    public String toString() {
        return kind == Kind.LINES ? name : text();
    }
}
