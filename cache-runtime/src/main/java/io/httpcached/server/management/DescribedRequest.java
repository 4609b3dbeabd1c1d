package io.httpcached.server.management;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MediaType;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.cookie.ServerCookieDecoder;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that was only told of: it has the connection of the request that tells of it, and nothing else. */
final class DescribedRequest extends HttpRequestWrapper<Object> {

    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final Cookies cookies;
    private final HttpParameters parameters;
    private final @Nullable Principal user;
    private final int port;
    private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();

    /**
     * Takes what was told.
     *
     * @param teller the request that tells of it
     * @param method its method
     * @param uri its target in origin form
     * @param headers its header fields
     * @param user who sends it, or null
     * @param port the port at which it arrives
     */
    DescribedRequest(
            HttpRequest<Object> teller,
            String method,
            URI uri,
            HttpHeaders headers,
            @Nullable Principal user,
            int port) {
        super(teller);
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.cookies = cookies(headers);
        this.parameters = teller.mutate().uri(uri).getParameters();
        this.user = user;
        this.port = port;
    }

    private static Cookies cookies(HttpHeaders headers) {
        SimpleCookies cookies = new SimpleCookies(ConversionService.SHARED);
        headers.getAll(HttpHeaders.COOKIE).forEach(line -> ServerCookieDecoder.INSTANCE
                .decode(line)
                .forEach(cookie -> cookies.put(cookie.getName(), cookie)));
        return cookies;
    }

    @Override
    public HttpMethod getMethod() {
        return HttpMethod.parse(method);
    }

    @Override
    public String getMethodName() {
        return method;
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public String getPath() {
        return uri.getRawPath();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Cookies getCookies() {
        return cookies;
    }

    @Override
    public HttpParameters getParameters() {
        return parameters;
    }

    @Override
    public MutableConvertibleValues<Object> getAttributes() {
        return attributes;
    }

    @Override
    public HttpRequest<Object> setAttribute(CharSequence name, Object value) {
        attributes.put(name.toString(), value);
        return this;
    }

    @Override
    public Collection<MediaType> accept() {
        return headers.accept();
    }

    @Override
    public Optional<Locale> getLocale() {
        return headers.findAcceptLanguage();
    }

    @Override
    public Optional<Object> getBody() {
        return Optional.empty();
    }

    @Override
    public Optional<Principal> getUserPrincipal() {
        return Optional.ofNullable(user);
    }

    @Override
    public <T extends Principal> Optional<T> getUserPrincipal(Class<T> principalType) {
        return Optional.ofNullable(user).filter(principalType::isInstance).map(principalType::cast);
    }

    /** The endpoint may have a port of its own, at which the router knows no routes but those of endpoints. */
    @Override
    public InetSocketAddress getServerAddress() {
        return new InetSocketAddress(super.getServerAddress().getAddress(), port);
    }
}
