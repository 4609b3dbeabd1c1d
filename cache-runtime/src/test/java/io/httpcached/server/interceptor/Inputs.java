package io.httpcached.server.interceptor;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests as a route sees them. */
final class Inputs {

    private static final HttpServerConfiguration SERVER = new HttpServerConfiguration();
    private static final ConversionService CONVERSIONS = ConversionService.SHARED;

    /** As Micronaut's own do without a proxy in front and with no other configuration. */
    static final RequestResolvers RESOLVERS = new RequestResolvers(
            request -> "http://" + host(request), new Languages(HttpRequest::getLocale), SERVER, CONVERSIONS);

    private Inputs() {}

    static RouteInput of(HttpRequest<?> request) {
        return new RouteInput(request, Map.of());
    }

    static RequestResolvers inLanguage(@Nullable Locale locale) {
        return new RequestResolvers(
                request -> "", new Languages(request -> Optional.ofNullable(locale)), SERVER, CONVERSIONS);
    }

    static RequestResolvers atHost(HttpHostResolver hosts) {
        return new RequestResolvers(hosts, new Languages(HttpRequest::getLocale), SERVER, CONVERSIONS);
    }

    /** Returns a writer for a method without parameters that need a conversion. */
    static TagWriter tags(RouteInput input) {
        return new TagWriter(input, new RouteArguments(RESOLVERS));
    }

    static RouteInput query(Map<String, List<String>> parameters) {
        SimpleHttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/books", null);
        parameters.forEach((name, values) -> request.getParameters().add(name, List.copyOf(values)));
        return of(request);
    }

    static RouteInput path(Map<String, Object> variables) {
        return new RouteInput(new SimpleHttpRequest<>(HttpMethod.GET, "/books", null), variables);
    }

    static RouteInput headers(Map<String, String> fields) {
        SimpleHttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/books", null);
        fields.forEach(request::header);
        return of(request);
    }

    private static String host(@Nullable HttpRequest<?> request) {
        return request == null ? "" : request.getHeaders().get("Host", String.class, "localhost");
    }

    private record Languages(Function<HttpRequest<?>, Optional<Locale>> resolver) implements HttpLocaleResolver {

        @Override
        public Optional<Locale> resolve(HttpRequest<?> request) {
            return resolver.apply(request);
        }

        @Override
        public Locale resolveOrDefault(HttpRequest<?> request) {
            return resolve(request).orElse(Locale.ROOT);
        }
    }
}
