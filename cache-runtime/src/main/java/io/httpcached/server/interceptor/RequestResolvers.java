package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** What the application itself says of a request: its handlers are told the same. Thread-safe. */
@Internal
@Singleton
public final class RequestResolvers {

    private final HttpHostResolver hosts;
    private final HttpLocaleResolver locales;

    /**
     * Takes the resolvers that the application uses.
     *
     * @param hosts tells scheme, host and port that the client asked for
     * @param locales tells the language of a request
     */
    public RequestResolvers(HttpHostResolver hosts, HttpLocaleResolver locales) {
        this.hosts = hosts;
        this.locales = locales;
    }

    /** Fails as the resolver does, for example on a {@code Forwarded} field that it cannot read. */
    String host(HttpRequest<?> request) {
        return hosts.resolve(request);
    }

    Optional<Locale> locale(HttpRequest<?> request) {
        return locales.resolve(request);
    }
}
