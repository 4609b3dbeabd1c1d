package io.httpcached.server.management;

import io.httpcached.server.request.RewrittenRequest;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.cookie.ServerCookieDecoder;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that the parameters of another request describe. Of that other request, it has the connection only. */
final class ExplainedRequest extends RewrittenRequest<Object> {

    private final String method;
    private final @Nullable Principal user;
    private final @Nullable String body;
    private final int port;
    private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();

    /**
     * Creates a request.
     *
     * @param asking the request to the endpoint
     * @param method the method
     * @param uri the target in origin form
     * @param headers the header fields
     * @param user the user, or null
     * @param body the body, or null
     * @param port the port of the application
     */
    ExplainedRequest(
            HttpRequest<Object> asking,
            String method,
            URI uri,
            MutableHttpHeaders headers,
            @Nullable Principal user,
            @Nullable String body,
            int port) {
        super(asking, uri, headers, cookies(headers), asking.mutate().uri(uri).getParameters());
        this.method = method;
        this.user = user;
        this.body = body;
        this.port = port;
    }

    /** The server reads the first line only. */
    private static Cookies cookies(HttpHeaders headers) {
        SimpleCookies cookies = new SimpleCookies(ConversionService.SHARED);
        String line = headers.get(HttpHeaders.COOKIE);
        if (line != null) {
            ServerCookieDecoder.INSTANCE.decode(line).forEach(cookie -> cookies.put(cookie.getName(), cookie));
        }
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
    public String getPath() {
        return getUri().getRawPath();
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
    public Optional<Object> getBody() {
        return Optional.ofNullable(body);
    }

    @Override
    public Optional<Principal> getUserPrincipal() {
        return Optional.ofNullable(user);
    }

    @Override
    public <T extends Principal> Optional<T> getUserPrincipal(Class<T> principalType) {
        return Optional.ofNullable(user).filter(principalType::isInstance).map(principalType::cast);
    }

    /** The endpoint may have its own port, for which the router finds routes of endpoints only. */
    @Override
    public InetSocketAddress getServerAddress() {
        return new InetSocketAddress(super.getServerAddress().getAddress(), port);
    }
}
