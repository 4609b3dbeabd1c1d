package io.httpcached.server.config;

import io.httpcached.store.support.InvalidProperty;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request whose response is stored before a client asks for it. Equal requests have equal fields, in any order.
 *
 * @param uri a path with or without a query, including the context path
 * @param headers the header fields, by their names in lower case
 */
public record WarmedRequest(URI uri, Map<String, String> headers) {

    private static final String PATH = "path";
    private static final String HEADERS = "headers";

    /** The beginning of a member for one header, where each has a property of its own. */
    private static final String HEADER = HEADERS + '.';

    /** With them, a response could be that of one user, and warming could not tell. */
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");

    private static final String ALLOWED = "a path with or without a query, such as /products?skip=0";

    /**
     * Parses the URI of a request without header fields.
     *
     * @param text a path with or without a query
     * @return the request
     * @throws IllegalArgumentException if the text is anything else
     */
    public static WarmedRequest of(String text) {
        URI uri = uri(text);
        if (uri == null) {
            throw new IllegalArgumentException("The URI must be " + ALLOWED + ", but was '" + text + "'.");
        }
        return new WarmedRequest(uri, Map.of());
    }

    static WarmedRequest parse(String property, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return new WarmedRequest(uri(property, value), Map.of());
        }
        Map<String, String> headers = new TreeMap<>();
        Object path = null;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (name.equals(PATH)) {
                path = member.getValue();
            } else if (name.equals(HEADERS) && member.getValue() instanceof Map<?, ?> fields) {
                fields.forEach((field, line) -> addHeader(property, String.valueOf(field), line, headers));
            } else if (name.startsWith(HEADER)) {
                addHeader(property, name.substring(HEADER.length()), member.getValue(), headers);
            } else {
                throw new ConfigurationException(
                        property + '.' + name + " is not known: a request has a path, and headers" + " as a map.");
            }
        }
        return new WarmedRequest(uri(property + ".path", path), Collections.unmodifiableMap(headers));
    }

    private static void addHeader(String property, String name, @Nullable Object line, Map<String, String> headers) {
        String member = property + '.' + HEADER + name;
        String field = PropertyValues.token(member, name).toLowerCase(Locale.ROOT);
        if (CREDENTIALS.contains(field)) {
            throw new ConfigurationException(
                    member + " is not allowed: warming stores only what a client without credentials receives.");
        }
        String value = line == null ? "" : line.toString();
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw InvalidProperty.of(member, "visible ASCII characters and spaces", value);
        }
        headers.put(field, value);
    }

    private static URI uri(String property, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        URI uri = uri(text);
        if (uri == null) {
            throw InvalidProperty.of(property, ALLOWED, text);
        }
        return uri;
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean originForm = text.startsWith("/") && uri.getRawAuthority() == null && uri.getRawFragment() == null;
            // Other characters reach a server only as percent-encoded bytes.
            return originForm && text.chars().allMatch(c -> c < 0x7f) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
