package io.httpcached.server.request;

import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * A request that is run once more, apart from the client's: it has attributes and header fields of its own. It asks for what
 * is stored, which is the answer to GET.
 */
public final class DetachedRequest<B> extends HttpRequestWrapper<B> {

    /** The framework keeps this name for itself from its next major version on, and gives none in its place. */
    @SuppressWarnings("removal")
    private static final String PRINCIPAL = HttpAttributes.PRINCIPAL.toString();

    private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();
    private final HttpHeaders headers;

    public DetachedRequest(HttpRequest<B> request) {
        super(request);
        this.headers = CopiedHeaders.of(request.getHeaders());
    }

    @Override
    public HttpMethod getMethod() {
        return HttpMethod.GET;
    }

    @Override
    public String getMethodName() {
        return HttpMethod.GET.name();
    }

    /** Handlers make of it what they ask another server with. */
    @Override
    public MutableHttpRequest<B> mutate() {
        return toMutableRequest();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
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
