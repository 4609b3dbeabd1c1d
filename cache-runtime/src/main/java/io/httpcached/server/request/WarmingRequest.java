package io.httpcached.server.request;

import io.httpcached.BackgroundRefresh;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.micronaut.http.simple.cookies.SimpleCookies;
import io.micronaut.http.uri.QueryStringDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A GET request that no client sent. It has no user, no cookies and no address, so that a rule that trusts the addresses of
 * this host or of a proxy does not trust it.
 */
public final class WarmingRequest extends RewrittenRequest<Object> {

    private static final InetAddress UNSPECIFIED = unspecified();

    private final int port;

    /**
     * Creates a request.
     *
     * @param uri a path with or without a query
     * @param fields the header fields
     * @param port the port of the server, for which the router finds routes
     */
    public WarmingRequest(URI uri, Map<String, String> fields, int port) {
        super(
                new SimpleHttpRequest<>(HttpMethod.GET, uri.toString(), null),
                uri,
                headers(fields),
                new SimpleCookies(ConversionService.SHARED),
                parameters(uri));
        this.port = port;
        setAttribute(BackgroundRefresh.ATTRIBUTE, true);
    }

    private static MutableHttpHeaders headers(Map<String, String> fields) {
        MutableHttpHeaders headers = new CaseInsensitiveMutableHttpHeaders(true, ConversionService.SHARED);
        fields.forEach(headers::add);
        return headers;
    }

    private static HttpParameters parameters(URI uri) {
        Map<CharSequence, List<String>> parameters = new LinkedHashMap<>(new QueryStringDecoder(uri).parameters());
        return new SimpleHttpParameters(parameters, ConversionService.SHARED);
    }

    private static InetAddress unspecified() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    @Override
    public String getPath() {
        return getUri().getRawPath();
    }

    /**
     * {@return whether a request is one that no client sent, or wraps one} It reads no attribute, which would count as read by the
     * handler.
     *
     * @param request the request of a handler
     */
    public static boolean isIn(HttpRequest<?> request) {
        HttpRequest<?> inner = request;
        while (!(inner instanceof WarmingRequest) && inner instanceof HttpRequestWrapper<?> wrapper) {
            inner = wrapper.getDelegate();
        }
        return inner instanceof WarmingRequest;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(UNSPECIFIED, 0);
    }

    @Override
    public InetSocketAddress getServerAddress() {
        return new InetSocketAddress(UNSPECIFIED, port);
    }
}
