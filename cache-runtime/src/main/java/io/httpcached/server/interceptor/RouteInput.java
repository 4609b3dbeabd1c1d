package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.cookie.Cookie;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a request that the method of its route can read, as text and before argument binding. Not thread-safe; one
 * per request.
 *
 * @param request the request
 * @param variables the decoded path variables of the matched route, by name
 * @param inputs records the values that are read, or null
 * @param body the body, or null if it is in no key of the route
 */
@Internal
public record RouteInput(
        HttpRequest<?> request, Map<String, Object> variables, @Nullable KeyInputs inputs, @Nullable RequestBody body) {

    /**
     * Creates an input that does not record the values that are read.
     *
     * @param request the request
     * @param variables the decoded path variables of the matched route, by name
     */
    public RouteInput(HttpRequest<?> request, Map<String, Object> variables) {
        this(request, variables, null, null);
    }

    /**
     * Creates an input without a body.
     *
     * @param request the request
     * @param variables the decoded path variables of the matched route, by name
     * @param inputs records the values that are read, or null
     */
    public RouteInput(HttpRequest<?> request, Map<String, Object> variables, @Nullable KeyInputs inputs) {
        this(request, variables, inputs, null);
    }

    @Nullable
    String path(String name) {
        Object value = variables.get(name);
        return value == null ? null : value.toString();
    }

    List<String> queryAll(String name) {
        if (inputs != null) {
            inputs.addParameter(name);
        }
        return request.getParameters().getAll(name);
    }

    /** {@return the names of all query parameters that are not ignored} */
    Stream<String> parameterNames(IgnoredParameters ignored) {
        if (inputs != null) {
            inputs.addAllParameters(ignored);
        }
        Stream<String> names = request.getParameters().names().stream();
        return ignored.isEmpty() ? names : names.filter(name -> !ignored.contains(name));
    }

    /** {@return the query without the ignored parameters, undecoded; null if there is none} */
    @Nullable
    String rawQuery(IgnoredParameters ignored, int maximumParameters) {
        String query = request.getUri().getRawQuery();
        String kept = ignored.isEmpty()
                ? query
                : RawQuery.without(query, ignored, maximumParameters, request.getCharacterEncoding());
        if (inputs != null) {
            inputs.addRequestUri(kept, ignored);
        }
        return kept;
    }

    String target() {
        if (inputs != null) {
            inputs.addPath();
        }
        return TargetText.of(request);
    }

    List<String> header(String name) {
        if (inputs != null) {
            inputs.addField(name);
        }
        return request.getHeaders().getAll(name);
    }

    Collection<MediaType> accept() {
        if (inputs != null) {
            inputs.addFieldInPart("Accept");
        }
        return request.accept();
    }

    boolean hasAttribute(String name) {
        if (inputs != null) {
            inputs.addAbsentAttribute(name);
        }
        return request.getAttributes().contains(name);
    }

    /** Records the media type that the server selects by {@code Accept}. */
    void recordMediaType(String chosen) {
        if (inputs != null) {
            inputs.setMediaType(chosen);
        }
    }

    /** Records the language that the application determined. */
    void recordLocale(@Nullable Locale locale) {
        if (inputs != null) {
            inputs.setLocale(locale);
        }
    }

    /** {@return the name of the principal, or the empty text} */
    public String user() {
        return request.getUserPrincipal().map(Principal::getName).orElse("");
    }

    @Nullable
    String cookie(String name) {
        if (inputs != null) {
            inputs.addCookie(name);
        }
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse(null);
    }
}
