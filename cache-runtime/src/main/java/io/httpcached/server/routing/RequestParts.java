package io.httpcached.server.routing;

import io.httpcached.core.RequestPart;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.TargetText;
import io.httpcached.server.reads.AttributeText;
import io.httpcached.server.reads.RequestReads;
import io.httpcached.server.request.RequestAttributes;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Determines the text by which a part of a request selects a response. */
final class RequestParts {

    private static final String ABSENT = "-";

    private RequestParts() {}

    /**
     * Returns the text of a part.
     *
     * @param part any part but a header field
     * @param request the request
     * @param resolvers determine the language and the host
     * @param reads the record of the run, which knows changed attributes, or null
     * @return a text that is equal for equal values only
     */
    static String text(
            RequestPart part, HttpRequest<?> request, RequestResolvers resolvers, @Nullable RequestReads reads) {
        return switch (part.kind()) {
            case COOKIE ->
                request.getCookies()
                        .findCookie(part.name())
                        .map(cookie -> '=' + cookie.getValue())
                        .orElse(ABSENT);
            case LINES -> values(request.getHeaders().getAll(part.name()));
            case PARAMETER -> values(request.getParameters().getAll(part.name()));
            case ATTRIBUTE -> attribute(part.name(), request, reads);
            case QUERY -> value(request.getUri().getRawQuery());
            case PATH -> TargetText.of(request);
            case LOCALE -> resolved(() -> resolvers.language(request));
            case HOST -> resolved(() -> resolvers.host(request).toLowerCase(Locale.ROOT));
            case SCHEME -> request.isSecure() ? "https" : "http";
            case FIELD -> throw new IllegalArgumentException("A header field has lines, not a text: " + part);
        };
    }

    private static String attribute(String name, HttpRequest<?> request, @Nullable RequestReads reads) {
        Object current = RequestAttributes.get(request, name);
        return AttributeText.selecting(reads == null ? current : reads.originalAttribute(name, current));
    }

    /** A handler that calls a resolver fails where the resolver fails here, and its response is not stored. */
    private static String resolved(Supplier<String> resolver) {
        try {
            return '=' + resolver.get();
        } catch (RuntimeException unresolvable) {
            return ABSENT;
        }
    }

    private static String value(@Nullable String value) {
        return value == null ? ABSENT : '=' + value;
    }

    private static String values(List<String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(value.length()).append(':').append(value));
        return text.toString();
    }
}
