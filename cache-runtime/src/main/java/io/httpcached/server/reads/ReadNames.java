package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.micronaut.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of request fields and attributes that have a meaning of their own. */
final class ReadNames {

    static final String COOKIE = HttpHeaders.COOKIE;

    /** In {@code Vary}, for a response that depends on more than the message (RFC 9110 §12.5.5). */
    static final String ANYTHING = "*";

    private static final String SESSION = "micronaut.SESSION";
    private static final Set<String> USER = Set.of("micronaut.AUTHENTICATION", "micronaut.TOKEN");

    private static final Map<String, String> DISPLAYED = Stream.concat(
                    HttpHeaders.STANDARD_HEADERS.stream(), Stream.of("X-Forwarded-For", "X-Forwarded-Host"))
            .distinct()
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (first, second) -> first));

    private static final String REQUEST_SCOPE = "io.micronaut.http.SCOPED_BEANS";

    private ReadNames() {}

    /** Returns whether Micronaut keeps the request-scoped beans of a request in an attribute. */
    static boolean isRequestScope(String attribute) {
        return attribute.equals(REQUEST_SCOPE);
    }

    static boolean isSession(String attribute) {
        return attribute.equals(SESSION);
    }

    static boolean isUser(String attribute) {
        return USER.contains(attribute);
    }

    static boolean isOfServer(String attribute) {
        return attribute.startsWith("micronaut.http.") || attribute.startsWith("io.httpcached");
    }

    /**
     * Returns the name that {@code Vary} has to contain for a part that was read, or null if there is none: caches further on have
     * the URI in their keys, with the host (RFC 9111 §2), and resolvers report their own reads.
     */
    static @Nullable String vary(RequestPart part) {
        return switch (part.kind()) {
            case FIELD, LINES -> part.name().equals("host") ? null : display(part.name());
            case COOKIE -> COOKIE;
            case ATTRIBUTE -> ANYTHING;
            case LOCALE, HOST, PARAMETER, QUERY, PATH, SCHEME -> null;
        };
    }

    /** Returns the name of a field as it is usually written. */
    static String display(String lowerCaseName) {
        String known = DISPLAYED.get(lowerCaseName);
        return known == null ? capitalized(lowerCaseName) : known;
    }

    private static String capitalized(String name) {
        return Stream.of(name.split("-", -1))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("-"));
    }
}
