package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.request.ObservedRequest;
import io.httpcached.server.request.ReadObserver;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a resolver of the application reads to determine the language or the host. The result selects the response, and these names
 * tell caches further on what it depends on.
 */
final class ResolverReads implements ReadObserver {

    private final Set<String> vary = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Lets a resolver determine a part of a request. If it reads a header field that code behind the cache has changed, the part of
     * the client's request says nothing, so that the other reads of the resolver count in place of the part.
     *
     * @param request the request, which is observed only behind the cache
     * @param kind the kind of the part
     * @param resolver the resolver
     * @return the part
     * @throws RuntimeException what the resolver throws. If the handler goes on all the same, its response depends on more than
     *     the part, so it is not stored.
     */
    static <T> T observe(HttpRequest<?> request, RequestPart.Kind kind, Function<HttpRequest<?>, T> resolver) {
        if (!(request instanceof ObservedRequest<?> observed) || !(observed.observer() instanceof RequestReads reads)) {
            return resolver.apply(request);
        }
        ResolverReads sources = new ResolverReads();
        RequestPart part = RequestPart.of(kind);
        try {
            T resolved = resolver.apply(observed.observedBy(sources));
            if (sources.vary.stream().anyMatch(observed::hasChanged)) {
                return resolver.apply(request);
            }
            reads.resolved(part, sources.vary);
            return resolved;
        } catch (RuntimeException unresolvable) {
            reads.readProperty(ReadMessages.describe(part) + ", which cannot be determined");
            throw unresolvable;
        }
    }

    private synchronized void add(String name) {
        vary.add(name);
    }

    @Override
    public void read(RequestPart part) {
        String name = ReadNames.vary(part);
        if (name != null) {
            add(name);
        }
    }

    @Override
    public void readAllFields() {
        add(ReadNames.ANYTHING);
    }

    @Override
    public void readAllParameters() {
        read(RequestPart.of(RequestPart.Kind.QUERY));
    }

    @Override
    public void readAttribute(String name, @Nullable Object value) {
        if (ReadNames.isSession(name)) {
            add(ReadNames.COOKIE);
        } else if (!ReadNames.isOfServer(name)) {
            add(ReadNames.ANYTHING);
        }
    }

    @Override
    public void changeAttribute(String name, @Nullable Object value) {}

    @Override
    public void readUser() {
        add(ReadNames.ANYTHING);
    }

    @Override
    public void readProperty(String property) {
        add(ReadNames.ANYTHING);
    }
}
