package io.httpcached.server.request;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MediaType;
import io.micronaut.http.cookie.Cookies;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * A request whose target, header fields, cookies and parameters are not those of the request that it wraps. What is read
 * from the fields by another name is overridden as well, since the wrapper would ask the wrapped request for it.
 *
 * @param <B> the type of the body
 */
@Internal
public abstract class RewrittenRequest<B> extends HttpRequestWrapper<B> {

    private final URI uri;
    private final HttpHeaders headers;
    private final Cookies cookies;
    private final HttpParameters parameters;

    /**
     * Takes what is restated.
     *
     * @param request what tells all else
     * @param uri the target
     * @param headers the header fields
     * @param cookies the cookies
     * @param parameters the parameters of the query
     */
    protected RewrittenRequest(
            HttpRequest<B> request, URI uri, HttpHeaders headers, Cookies cookies, HttpParameters parameters) {
        super(request);
        this.uri = uri;
        this.headers = headers;
        this.cookies = cookies;
        this.parameters = parameters;
    }

    @Override
    public URI getUri() {
        return uri;
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
    public Collection<MediaType> accept() {
        return headers.accept();
    }

    @Override
    public Optional<Locale> getLocale() {
        return headers.findAcceptLanguage();
    }
}
