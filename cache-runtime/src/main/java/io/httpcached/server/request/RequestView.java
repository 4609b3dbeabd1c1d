package io.httpcached.server.request;

import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.RequestDirectives;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Presents a request of the server as a {@link CacheRequest}. Used by one thread at a time. */
public final class RequestView implements CacheRequest {

    private final HttpRequest<?> request;
    private final String method;
    private final RequestContent content;
    private final BooleanSupplier keyed;
    private final FieldLines fields;
    private @Nullable RequestDirectives directives;

    /**
     * Creates a view of a request.
     *
     * @param request the request
     * @param method the method by which the server routed it
     * @param content tells whether the request has content
     * @param keyed tells whether the key contains every value that the handler receives
     */
    public RequestView(HttpRequest<?> request, String method, RequestContent content, BooleanSupplier keyed) {
        this.request = request;
        this.method = method;
        this.content = content;
        this.keyed = keyed;
        this.fields = new HeaderLines(request.getHeaders());
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public FieldLines fields() {
        return fields;
    }

    @Override
    public RequestDirectives directives() {
        RequestDirectives known = directives;
        if (known == null) {
            known = RequestDirectives.of(fields);
            directives = known;
        }
        return known;
    }

    @Override
    public boolean isKeyed() {
        return keyed.getAsBoolean();
    }

    @Override
    public boolean hasPrincipal() {
        return request.getUserPrincipal().isPresent();
    }

    @Override
    public boolean hasUserName() {
        String name = request.getUserPrincipal().map(Principal::getName).orElse("");
        return !name.isBlank();
    }

    @Override
    public boolean hasContent() {
        return content.isPresent(request);
    }
}
