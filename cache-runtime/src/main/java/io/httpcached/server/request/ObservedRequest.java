package io.httpcached.server.request;

import io.httpcached.core.RequestPart;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.cookie.Cookies;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * A request that reports which of its parts are read. Everything behind the cache sees it: filters nearer to the handler, argument
 * binders, the handler, views and serializers.
 *
 * @param <B> the type of the body
 */
public sealed class ObservedRequest<B> extends RequestWithHeaders<B> permits ObservedServerRequest {

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final String SERVER_ADDRESS = "the address of the server";

    private final ReadObserver observer;
    private final ObservedHeaders fields;
    private final MutableConvertibleValues<Object> attributes;

    /**
     * Returns an observed request. It gives access to the received body if the request does.
     *
     * @param request the request
     * @param observer learns what is read
     * @return the request for code behind the cache
     * @param <B> the type of the body
     */
    public static <B> ObservedRequest<B> of(HttpRequest<B> request, ReadObserver observer) {
        return request instanceof ServerHttpRequest<B> received
                ? new ObservedServerRequest<>(received, observer)
                : new ObservedRequest<>(request, observer);
    }

    ObservedRequest(HttpRequest<B> request, ReadObserver observer) {
        this(request, new ObservedHeaders(request.getHeaders(), observer), observer);
    }

    private ObservedRequest(HttpRequest<B> request, ObservedHeaders fields, ReadObserver observer) {
        super(request, fields);
        this.observer = observer;
        this.fields = fields;
        this.attributes = new ObservedAttributes(request.getAttributes(), observer);
    }

    /**
     * Returns the same request with another observer. It does not have the header fields that code behind the cache has set.
     *
     * @param other the observer
     * @return the request
     */
    public ObservedRequest<B> observedBy(ReadObserver other) {
        return of(getDelegate(), other);
    }

    /**
     * Returns whether code behind the cache has changed a header field.
     *
     * @param field the name of the field
     * @return whether its value is not that of the client
     */
    public boolean hasChanged(String field) {
        return fields.isChanged(field);
    }

    /** The default method copies the fields by iteration, so that nobody would notice what is read of the copy. */
    @Override
    public MutableHttpRequest<B> toMutableRequest() {
        return new MutableRequest<>(new ObservedRequest<>(getDelegate(), fields.copied(), observer));
    }

    /** {@return the observer} */
    public ReadObserver observer() {
        return observer;
    }

    /** Filters nearer to the handler may have set the cookies. */
    @Override
    public Cookies getCookies() {
        return fields.isChanged(HttpHeaders.COOKIE)
                ? CookieLine.parse(fields.get(HttpHeaders.COOKIE))
                : new ObservedCookies(getDelegate().getCookies(), observer);
    }

    @Override
    public HttpParameters getParameters() {
        return new ObservedParameters(getDelegate().getParameters(), observer);
    }

    @Override
    MutableHttpParameters observed(MutableHttpParameters parameters) {
        return new ObservedParameters(parameters, observer);
    }

    @Override
    public MutableConvertibleValues<Object> getAttributes() {
        return attributes;
    }

    @Override
    public HttpRequest<B> setAttribute(CharSequence name, Object value) {
        attributes.put(name, value);
        return this;
    }

    @Override
    URI target() {
        return getDelegate().getUri();
    }

    @Override
    public URI getUri() {
        observer.read(RequestPart.of(RequestPart.Kind.PATH));
        observer.read(RequestPart.of(RequestPart.Kind.QUERY));
        return getDelegate().getUri();
    }

    @Override
    public String getPath() {
        observer.read(RequestPart.of(RequestPart.Kind.PATH));
        return getDelegate().getPath();
    }

    @Override
    public Collection<MediaType> accept() {
        if (fields.isChanged(HttpHeaders.ACCEPT)) {
            return fields.accept();
        }
        if (!FrameworkReads.isAcceptForContentType(CALLERS.getCallerClass())) {
            observer.read(RequestPart.field(HttpHeaders.ACCEPT));
        }
        return getDelegate().accept();
    }

    @Override
    public Optional<Locale> getLocale() {
        if (fields.isChanged(HttpHeaders.ACCEPT_LANGUAGE)) {
            return fields.findAcceptLanguage();
        }
        if (!FrameworkReads.isLocaleForConversion(CALLERS.getCallerClass())) {
            observer.read(RequestPart.field(HttpHeaders.ACCEPT_LANGUAGE));
        }
        return getDelegate().getLocale();
    }

    @Override
    public Charset getCharacterEncoding() {
        if (!FrameworkReads.isCharsetForConversion(CALLERS.getCallerClass())) {
            observer.read(RequestPart.field(HttpHeaders.ACCEPT_CHARSET));
        }
        return getDelegate().getCharacterEncoding();
    }

    @Override
    public Optional<Principal> getUserPrincipal() {
        observer.readUser();
        return getDelegate().getUserPrincipal();
    }

    @Override
    public <T extends Principal> Optional<T> getUserPrincipal(Class<T> principalType) {
        observer.readUser();
        return getDelegate().getUserPrincipal(principalType);
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        observer.readProperty("the address of the client");
        return getDelegate().getRemoteAddress();
    }

    @Override
    public InetSocketAddress getServerAddress() {
        observer.readProperty(SERVER_ADDRESS);
        return getDelegate().getServerAddress();
    }

    /** The server names the address of the connection, whatever the request says. */
    @Override
    public String getServerName() {
        observer.readProperty(SERVER_ADDRESS);
        return getDelegate().getServerName();
    }

    @Override
    public boolean isSecure() {
        observer.read(RequestPart.of(RequestPart.Kind.SCHEME));
        return getDelegate().isSecure();
    }

    @Override
    public Optional<Certificate> getCertificate() {
        observer.readProperty("the certificate of the client");
        return getDelegate().getCertificate();
    }

    @Override
    public Optional<SSLSession> getSslSession() {
        observer.readProperty("the TLS session");
        return getDelegate().getSslSession();
    }
}
