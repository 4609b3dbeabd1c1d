package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route's method can see of a request, as text and before any binding. Not thread-safe; one a request.
 *
 * @param request the request
 * @param variables the decoded path variables of the matched route, by name
 */
@Internal
public record RouteInput(HttpRequest<?> request, Map<String, Object> variables) {

    @Nullable
    String path(String name) {
        Object value = variables.get(name);
        return value == null ? null : value.toString();
    }

    @Nullable
    String query(String name) {
        return request.getParameters().get(name);
    }

    List<String> queryAll(String name) {
        return request.getParameters().getAll(name);
    }

    List<String> header(String name) {
        return request.getHeaders().getAll(name);
    }

    @Nullable
    String cookie(String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse(null);
    }
}
