package soundness;

import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.IgnoredParameters;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteInput;
import io.micronaut.context.BeanContext;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Shows the key of each request in its response: where the cache makes it, before anything is bound. */
@ServerFilter("/**")
class KeyFilter implements Ordered {

    private static final String KEY = "soundness.key";

    private final List<HttpCacheInterceptor> controllers;
    private final RequestResolvers resolvers;

    KeyFilter(BeanContext context, RequestResolvers resolvers) {
        this.controllers = SoftServiceLoader.load(HttpCacheInterceptor.class, context.getClassLoader())
                .collectAll();
        this.resolvers = resolvers;
    }

    @Override
    public int getOrder() {
        return AttributeFilter.ORDER + 1;
    }

    @RequestFilter
    void writeKey(HttpRequest<?> request) {
        RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(MethodBasedRouteMatch.class::cast)
                .ifPresent(match -> request.setAttribute(KEY, key(match, request)));
    }

    @ResponseFilter
    void addKey(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(KEY, String.class).ifPresent(key -> response.header("X-Key", key));
    }

    /** A request that goes past the cache has the empty key. */
    private String key(MethodBasedRouteMatch<?, ?> match, HttpRequest<?> request) {
        CachedRoute route = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .filter(candidate -> candidate.method().controller().equals(match.getDeclaringType()))
                .filter(candidate -> candidate.method().name().equals(match.getMethodName()))
                .filter(candidate -> candidate.method().parameterTypes().equals(List.of(match.getArgumentTypes())))
                .findFirst()
                .orElseThrow();
        KeyWriter writer = new KeyWriter(new RouteInput(request, match.getVariableValues()), resolvers, route.method().name(), IgnoredParameters.NONE);
        route.key().write(writer);
        return writer.isComplete()
                ? Base64.getEncoder().encodeToString(writer.key().getBytes(StandardCharsets.UTF_8))
                : "";
    }
}
