package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the host and the language of a request as the application does for its handlers, how many parameters it reads, and
 * how it converts their texts.
 * Thread-safe.
 */
@Internal
@Singleton
public final class RequestResolvers {

    private final HttpHostResolver hosts;
    private final HttpLocaleResolver locales;
    private final int maximumParameters;
    private final ConversionService conversions;

    /**
     * Creates the resolvers.
     *
     * @param hosts determines the scheme, host and port of a request
     * @param locales determines the language of a request
     * @param server the settings of the server
     * @param conversions the converters of texts
     */
    public RequestResolvers(
            HttpHostResolver hosts,
            HttpLocaleResolver locales,
            HttpServerConfiguration server,
            ConversionService conversions) {
        this.hosts = hosts;
        this.locales = locales;
        this.maximumParameters = server.getMaxParams();
        this.conversions = conversions;
    }

    /**
     * Returns the scheme, host and port of a request.
     *
     * @param request the request
     * @return the host; fails if the resolver does, for example on an invalid {@code Forwarded} field
     */
    public String host(HttpRequest<?> request) {
        return hosts.resolve(request);
    }

    /**
     * Returns the origin that the application determines for a request. Behind a proxy it is that of the client's request, which
     * may differ from that of the connection.
     *
     * @param request the request
     * @return the origin as text; null if the resolver fails, in which case the application can send no URI with it
     */
    public @Nullable String origin(HttpRequest<?> request) {
        try {
            return hosts.resolve(request);
        } catch (RuntimeException undetermined) {
            return null;
        }
    }

    /** {@return the number of query parameters that the server reads} */
    int maximumParameters() {
        return maximumParameters;
    }

    /** {@return the converters of texts} */
    ConversionService conversions() {
        return conversions;
    }

    Optional<Locale> locale(HttpRequest<?> request) {
        return locales.resolve(request);
    }

    /**
     * Returns the language of a request in both forms in which an application can ask for it.
     *
     * @param request the request
     * @return a text that distinguishes languages
     */
    public String language(HttpRequest<?> request) {
        Locale locale = locales.resolve(request).orElse(null);
        return (locale == null ? "" : text(locale)) + ' ' + text(locales.resolveOrDefault(request));
    }

    /** A language tag omits parts that are not well-formed. */
    private static String text(Locale locale) {
        return locale.toLanguageTag() + '/' + locale;
    }
}
