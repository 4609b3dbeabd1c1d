package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Determines the host and the language of a request as the application does for its handlers. Thread-safe. */
@Internal
@Singleton
public final class RequestResolvers {

    private final HttpHostResolver hosts;
    private final HttpLocaleResolver locales;

    /**
     * Creates the resolvers.
     *
     * @param hosts determines the scheme, host and port of a request
     * @param locales determines the language of a request
     */
    public RequestResolvers(HttpHostResolver hosts, HttpLocaleResolver locales) {
        this.hosts = hosts;
        this.locales = locales;
    }

    /** Fails if the resolver does, for example on an invalid {@code Forwarded} field. */
    String host(HttpRequest<?> request) {
        return hosts.resolve(request);
    }

    Optional<Locale> locale(HttpRequest<?> request) {
        return locales.resolve(request);
    }
}
