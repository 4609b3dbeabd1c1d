package io.httpcached.server.request;

import io.httpcached.BackgroundRefresh;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * A copy of a client's request that runs in the background and outlives it. It has its own header fields and
 * attributes, so that neither run sees the other's.
 *
 * @param <B> the type of the body
 */
public final class DetachedRequest<B> extends GetRequest<B> {

    /** Micronaut 5 makes this name private and offers no replacement. */
    @SuppressWarnings("removal")
    private static final String PRINCIPAL = HttpAttributes.PRINCIPAL.toString();

    private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();

    /**
     * Creates a copy of a request.
     *
     * @param request the client's request
     */
    public DetachedRequest(HttpRequest<B> request) {
        super(request, copy(request.getHeaders()));
        attributes.put(BackgroundRefresh.ATTRIBUTE, true);
    }

    @Override
    public MutableConvertibleValues<Object> getAttributes() {
        return attributes;
    }

    @Override
    public HttpRequest<B> setAttribute(CharSequence name, Object value) {
        attributes.put(name.toString(), value);
        return this;
    }

    @Override
    public Optional<Principal> getUserPrincipal() {
        return getAttribute(PRINCIPAL, Principal.class);
    }

    @Override
    public <T extends Principal> Optional<T> getUserPrincipal(Class<T> principalType) {
        return getAttribute(PRINCIPAL, principalType);
    }
}
