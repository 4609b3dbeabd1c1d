package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.request.ObservedRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import org.jspecify.annotations.Nullable;

/**
 * The host resolver of the application. Behind the cache, the host that it determines is what is read, and not the fields that it may
 * look at.
 *
 * @param resolver the resolver
 */
@SuppressWarnings("rawtypes") // as in the interface
record ObservedHosts(HttpHostResolver resolver) implements HttpHostResolver {

    @Override
    public String resolve(@Nullable HttpRequest request) {
        return request instanceof ObservedRequest<?> observed
                ? ResolverReads.observe(observed, RequestPart.Kind.HOST, resolver::resolve)
                : resolver.resolve(request);
    }
}
