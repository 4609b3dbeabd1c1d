package io.httpcached.test;

import io.micronaut.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the server.
 *
 * @param method the method
 * @param target the path and query
 * @param fields the header fields, by name
 * @param content the content, or null if it has none
 */
record RouteRequest(HttpMethod method, String target, Map<String, String> fields, @Nullable String content) {

    RouteRequest {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException(
                    "The target must be a path such as /products/7, with or without a query, but was '" + target
                            + "'.");
        }
        fields = Map.copyOf(fields);
    }

    static RouteRequest get(String target) {
        return new RouteRequest(HttpMethod.GET, target, Map.of(), null);
    }

    static RouteRequest with(HttpMethod method, String target, String content, String contentType) {
        return new RouteRequest(method, target, Map.of("Content-Type", contentType), content);
    }

    RouteRequest with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.keySet().removeIf(field::equalsIgnoreCase);
        changed.put(field, value);
        return new RouteRequest(method, target, changed, content);
    }

    RouteRequest as(@Nullable TestUser user) {
        return user == null ? this : with(user.field(), user.value());
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
