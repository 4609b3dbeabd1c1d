package io.httpcached.server.request;

import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.RequestDirectives;
import io.httpcached.core.RequestPart;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Presents a request of the server as a {@link CacheRequest}. Used by one thread at a time. */
public final class RequestView implements CacheRequest {

    /** Tells whether a request may use its key. */
    public interface KeyState {

        /** {@return whether the key contains every value that the handler receives} */
        boolean isKeyed();

        /** {@return whether the content of the request is in the key} */
        boolean isContentKeyed();

        /** {@return the reason why the application keeps the request from the cache, or null if it does not} */
        @Nullable
        String notCacheableReason();

        /**
         * {@return the text by which a part of the request that is not a header field selects a response}
         *
         * @param part the part
         */
        String text(RequestPart part);
    }

    private final HttpRequest<?> request;
    private final String method;
    private final RequestContent content;
    private final KeyState key;
    private final FieldLines fields;
    private @Nullable RequestDirectives directives;

    /**
     * Creates a view of a request.
     *
     * @param request the request
     * @param method the method by which the server routed it
     * @param content tells whether the request has content
     * @param key tells whether the request may use its key
     */
    public RequestView(HttpRequest<?> request, String method, RequestContent content, KeyState key) {
        this.request = request;
        this.method = method;
        this.content = content;
        this.key = key;
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
    public String text(RequestPart part) {
        return part.kind() == RequestPart.Kind.FIELD ? CacheRequest.super.text(part) : key.text(part);
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
        return key.isKeyed();
    }

    @Override
    public @Nullable String notCacheableReason() {
        return key.notCacheableReason();
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
    public boolean isContentKeyed() {
        return key.isContentKeyed();
    }

    @Override
    public boolean hasContent() {
        return !isContentKeyed() && content.isPresent(request);
    }
}
