package io.httpcached.server.request;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.ClientCookieEncoder;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.Cookies;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mutable form of a request, which Micronaut passes to a filter that takes a {@link MutableHttpRequest}. It shares the
 * attributes, which include the user, and the header fields with the request, so that the handler sees those that the
 * filter sets. The URI and the body belong to the mutable form alone. The server's own requests have the same semantics.
 *
 * <p>It is not an {@code HttpRequestWrapper}, because Micronaut's HTTP client would send the request that the wrapper
 * contains, with the method and the fields of the client.
 *
 * @param <B> the type of the body
 */
final class MutableRequest<B> implements MutableHttpRequest<B> {

    private final RequestWithHeaders<B> request;

    /** The mutable form of the server's own request has the URI, and parses the parameters as the server does. */
    private final MutableHttpRequest<?> target;

    private boolean targetChanged;
    private @Nullable Object body;

    MutableRequest(RequestWithHeaders<B> request) {
        this.request = request;
        this.target = RequestContent.innermost(request).mutate().uri(request.target());
    }

    @Override
    public MutableConvertibleValues<Object> getAttributes() {
        return request.getAttributes();
    }

    @Override
    public Optional<Principal> getUserPrincipal() {
        return request.getUserPrincipal();
    }

    @Override
    public <T extends Principal> Optional<T> getUserPrincipal(Class<T> principalType) {
        return request.getUserPrincipal(principalType);
    }

    @Override
    public MutableHttpHeaders getHeaders() {
        return request.getHeaders();
    }

    @Override
    public Cookies getCookies() {
        return request.getCookies();
    }

    @Override
    public MutableHttpRequest<B> cookie(Cookie cookie) {
        getHeaders().add(HttpHeaders.COOKIE, ClientCookieEncoder.INSTANCE.encode(cookie));
        return this;
    }

    @Override
    public HttpMethod getMethod() {
        return request.getMethod();
    }

    @Override
    public String getMethodName() {
        return request.getMethodName();
    }

    @Override
    public URI getUri() {
        return targetChanged ? target.getUri() : request.getUri();
    }

    @Override
    public MutableHttpRequest<B> uri(URI uri) {
        target.uri(uri);
        targetChanged = true;
        return this;
    }

    @Override
    public MutableHttpParameters getParameters() {
        return targetChanged ? target.getParameters() : request.observed(target.getParameters());
    }

    @Override
    @SuppressWarnings("unchecked") // body(T) returns a request of the type of the new body
    public Optional<B> getBody() {
        return body == null ? request.getBody() : Optional.of((B) body);
    }

    @Override
    public <T> Optional<T> getBody(ArgumentConversionContext<T> conversionContext) {
        return body == null ? request.getBody(conversionContext) : MutableHttpRequest.super.getBody(conversionContext);
    }

    @Override
    @SuppressWarnings("unchecked") // as in Micronaut's mutable requests
    public <T> MutableHttpRequest<T> body(@Nullable T newBody) {
        body = newBody;
        return (MutableHttpRequest<T>) this;
    }

    @Override
    public MutableHttpRequest<B> mutate() {
        return request.mutate();
    }

    @Override
    public void setConversionService(ConversionService conversionService) {
        target.setConversionService(conversionService);
    }
}
