package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.cookie.Cookie;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route's method can see of a request, as text and before any binding. Not thread-safe; one a request.
 *
 * @param request the request
 * @param variables the decoded path variables of the matched route, by name
 * @param noted takes down what is read, or null
 */
@Internal
public record RouteInput(HttpRequest<?> request, Map<String, Object> variables, @Nullable KeyInputs noted) {

    /**
     * What is read of it is of no interest.
     *
     * @param request the request
     * @param variables the decoded path variables of the matched route, by name
     */
    public RouteInput(HttpRequest<?> request, Map<String, Object> variables) {
        this(request, variables, null);
    }

    @Nullable
    String path(String name) {
        Object value = variables.get(name);
        return value == null ? null : value.toString();
    }

    @Nullable
    String query(String name) {
        if (noted != null) {
            noted.parameter(name);
        }
        return request.getParameters().get(name);
    }

    List<String> queryAll(String name) {
        if (noted != null) {
            noted.parameter(name);
        }
        return request.getParameters().getAll(name);
    }

    HttpParameters parameters() {
        if (noted != null) {
            noted.allParameters();
        }
        return request.getParameters();
    }

    @Nullable
    String rawQuery() {
        if (noted != null) {
            noted.allParameters();
        }
        return request.getUri().getRawQuery();
    }

    List<String> header(String name) {
        if (noted != null) {
            noted.field(name);
        }
        return request.getHeaders().getAll(name);
    }

    Collection<MediaType> accept() {
        if (noted != null) {
            noted.field("Accept");
        }
        return request.accept();
    }

    /** Takes down the language that the application has read. */
    void note(@Nullable Locale locale) {
        if (noted != null) {
            noted.locale(locale);
        }
    }

    @Nullable
    String cookie(String name) {
        if (noted != null) {
            noted.cookie(name);
        }
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse(null);
    }
}
