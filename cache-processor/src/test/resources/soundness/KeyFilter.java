package soundness;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RouteInput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Shows the key of each request in its response. */
@ServerFilter("/**")
class KeyFilter {

    private final List<CachedController> controllers;

    KeyFilter(List<CachedController> controllers) {
        this.controllers = controllers;
    }

    @ResponseFilter
    void addKey(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(MethodBasedRouteMatch.class::cast)
                .ifPresent(match -> response.header("X-Key", key(match, request)));
    }

    private String key(MethodBasedRouteMatch<?, ?> match, HttpRequest<?> request) {
        CachedRoute route = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .filter(candidate -> candidate.method().equals(match.getMethodName()))
                .filter(candidate -> candidate.parameterTypes().equals(List.of(match.getArgumentTypes())))
                .findFirst()
                .orElseThrow();
        KeyWriter writer = new KeyWriter(new RouteInput(request, match.getVariableValues()), route.method());
        route.key().write(writer);
        return Base64.getEncoder().encodeToString(writer.key().getBytes(StandardCharsets.UTF_8));
    }
}
