package io.httpcached.server.request;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.cookie.Cookies;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * A request whose URI, header fields, cookies and parameters differ from those of the request that it wraps. The
 * accessors that derive a value from the fields are overridden as well, because the wrapper would delegate them to the
 * wrapped request.
 *
 * @param <B> the type of the body
 */
public abstract class RewrittenRequest<B> extends RequestWithHeaders<B> {

    private final URI uri;
    private final Cookies cookies;
    private final HttpParameters parameters;

    /**
     * Creates a rewritten request.
     *
     * @param request the request that everything else is taken from
     * @param uri the URI
     * @param headers the header fields
     * @param cookies the cookies
     * @param parameters the query parameters
     */
    protected RewrittenRequest(
            HttpRequest<B> request, URI uri, MutableHttpHeaders headers, Cookies cookies, HttpParameters parameters) {
        super(request, headers);
        this.uri = uri;
        this.cookies = cookies;
        this.parameters = parameters;
    }

    @Override
    public URI getUri() {
        return uri;
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
        return getHeaders().accept();
    }

    @Override
    public Optional<Locale> getLocale() {
        return getHeaders().findAcceptLanguage();
    }
}
