package io.httpcached.server.route;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.List;
import java.util.Map;

/** Requests as a route sees them. */
final class Inputs {

    private Inputs() {}

    static RouteInput query(Map<String, List<String>> parameters) {
        SimpleHttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/books", null);
        parameters.forEach((name, values) -> request.getParameters().add(name, List.copyOf(values)));
        return new RouteInput(request, Map.of());
    }

    static RouteInput path(Map<String, Object> variables) {
        return new RouteInput(new SimpleHttpRequest<>(HttpMethod.GET, "/books", null), variables);
    }

    static RouteInput headers(Map<String, String> fields) {
        SimpleHttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/books", null);
        fields.forEach(request::header);
        return new RouteInput(request, Map.of());
    }
}
