package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import java.util.Locale;
import java.util.Optional;

/**
 * The locale resolver of the application. Behind the cache, the language that it determines is what is read, and not the fields,
 * cookies or sessions that it may look at.
 *
 * @param resolver the resolver
 */
record ObservedLocales(HttpLocaleResolver resolver) implements HttpLocaleResolver {

    @Override
    public Optional<Locale> resolve(HttpRequest<?> request) {
        return ResolverReads.observe(request, RequestPart.Kind.LOCALE, resolver::resolve);
    }

    @Override
    public Locale resolveOrDefault(HttpRequest<?> request) {
        return ResolverReads.observe(request, RequestPart.Kind.LOCALE, resolver::resolveOrDefault);
    }

    @Override
    public int getOrder() {
        return resolver.getOrder();
    }
}
