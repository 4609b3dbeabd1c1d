package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what was read beside the key, by which class, and what to write. */
final class ReadMessages {

    private ReadMessages() {}

    /** Returns one sentence for each read, by the name of what was read. */
    static Map<String, String> of(RequestReads.Summary summary) {
        Map<String, String> messages = new LinkedHashMap<>();
        summary.parts()
                .forEach((part, reader) ->
                        messages.put(part.text(), read(describe(part), reader) + "; " + advice(part)));
        summary.properties().forEach((property, reader) -> messages.put(property, property(property, reader)));
        if (summary.userReader() != null) {
            messages.put("the user", user(summary.userReader()));
        }
        return messages;
    }

    static String property(String property, String reader) {
        return read(property, reader)
                + "; do not cache the route, or name a key contributor in key that returns what the response depends on";
    }

    static String user(String reader) {
        return read("the user", reader) + "; write scope = PRIVATE, or take a java.security.Principal as a parameter"
                + " instead of scope = PUBLIC";
    }

    private static String read(String what, String reader) {
        return reader.isEmpty() ? "its handler read " + what : reader + " read " + what;
    }

    static String describe(RequestPart part) {
        return switch (part.kind()) {
            case FIELD, LINES -> "the header field " + ReadNames.display(part.name());
            case COOKIE -> "the cookie " + part.name();
            case PARAMETER -> "the query parameter " + part.name();
            case ATTRIBUTE -> "the request attribute " + part.name();
            case QUERY -> "the query";
            case PATH -> "the path as the client spelled it";
            case LOCALE -> "the language";
            case HOST -> "the host";
            case SCHEME -> "the scheme";
        };
    }

    private static String advice(RequestPart part) {
        return switch (part.kind()) {
            case FIELD, LINES -> "write vary = \"" + ReadNames.display(part.name()) + "\", or take it as a parameter";
            case COOKIE -> "take it as a parameter with @CookieValue(\"" + part.name() + "\") and @Nullable";
            case PARAMETER -> "take it as a parameter with @QueryValue(\"" + part.name() + "\") and @Nullable";
            case ATTRIBUTE -> "write a key contributor that reads it, and name its class in key";
            case LOCALE -> "take a java.util.Locale as a parameter with @Nullable";
            case QUERY, PATH, HOST, SCHEME -> "write keySource = REQUEST_URI";
        };
    }
}
