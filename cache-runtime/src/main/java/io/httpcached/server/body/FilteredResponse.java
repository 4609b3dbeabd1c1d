package io.httpcached.server.body;

import io.httpcached.core.AlteredFields;
import io.httpcached.core.Fields;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseWrapper;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpMessage;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.web.router.RouteInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response of the cache on its way through the filters outside the cache. They see a response of the handler: its
 * body is an object, which they may replace or modify. {@link #settle} ends the way. From then on, the body is the
 * encoded body that the cache rendered, unless a filter has changed it.
 */
@SuppressWarnings("removal") // HttpAttributes: RouteAttributes does not name the attributes
public final class FilteredResponse extends HttpResponseWrapper<Object> implements MutableHttpResponse<Object> {

    private static final int ERROR = 400;
    private static final String ROUTE_INFO = HttpAttributes.ROUTE_INFO.toString();
    private static final String ROUTE_MATCH = HttpAttributes.ROUTE_MATCH.toString();

    private final MutableHttpResponse<Object> rendered;
    private final Fields renderedFields;
    private final int renderedStatus;
    private final Representation whole;
    private final BodyObjects objects;
    private @Nullable BodyObject object;
    private boolean replaced;
    private boolean settled;

    /**
     * Creates a response for the filters outside the cache.
     *
     * @param rendered the response as the cache rendered it
     * @param fields its fields
     * @param whole the whole response
     * @param objects decodes the body for filters
     */
    @SuppressWarnings("unchecked")
    public FilteredResponse(MutableHttpResponse<?> rendered, Fields fields, Representation whole, BodyObjects objects) {
        super((MutableHttpResponse<Object>) rendered);
        this.rendered = (MutableHttpResponse<Object>) rendered;
        this.renderedFields = fields;
        this.renderedStatus = rendered.code();
        this.whole = whole;
        this.objects = objects;
    }

    /**
     * Ends the way through the filters, and corrects the fields that are no longer true after their changes.
     *
     * @param sent the response that leaves the filters: this one, or one that wraps it
     */
    public void settle(HttpResponse<?> sent) {
        if (sent != this && isOther(sent.body())) {
            replace(sent.body());
        }
        BodyObject seen = object;
        if (!replaced && seen != null && objects.isChanged(whole, seen)) {
            replace(seen.value());
        }
        settled = true;
        Object writer = rendered.getBodyWriter().orElse(null);
        if (sent != this && writer instanceof HiddenBytesWriter hidden) {
            // The server copies the body of a wrapping response, but not its writer.
            rendered.body(new EncodedBytes(hidden.bytes()));
        }
        if (whole.stored() && (replaced || isMadeError() || getHeaders().contains(HttpHeaders.SET_COOKIE))) {
            correctFields();
        }
    }

    /** Returns whether a filter has turned the response into an error by its status. */
    private boolean isMadeError() {
        return code() >= ERROR && code() != renderedStatus;
    }

    private void correctFields() {
        Fields fields = HeaderFields.of(getHeaders());
        if (!replaced && isMadeError()) {
            fields = AlteredFields.ofNewStatus(fields, renderedFields, whole.policyLifetime());
        }
        if (replaced) {
            Fields complete = isPartOfWhole() ? whole.fields() : renderedFields;
            fields = AlteredFields.ofNewBody(fields, renderedFields, complete, whole.policyLifetime());
            if (rendered.body() == null) {
                fields = fields.without(HttpHeaders.CONTENT_TYPE);
            }
            if (isPartOfWhole() && code() == renderedStatus) {
                rendered.status(whole.status());
            }
        }
        HeaderFields.replaceAll(getHeaders(), AlteredFields.withCookies(fields, renderedFields));
    }

    /** Returns whether the cache rendered the whole response, a range of it, or 304 instead of it. */
    private boolean isPartOfWhole() {
        return renderedStatus == whole.status() || renderedStatus < ERROR;
    }

    @Override
    public Optional<Object> getBody() {
        return Optional.ofNullable(currentBody());
    }

    private @Nullable Object currentBody() {
        if (settled || replaced) {
            return rendered.body();
        }
        if (!hasBody()) {
            return null;
        }
        BodyObject seen = object;
        if (seen == null) {
            seen = objects.decode(whole);
            object = seen;
        }
        return seen.value();
    }

    /** As without the cache, a response to HEAD has no body. */
    private boolean hasBody() {
        return isPartOfWhole() && whole.request().getMethod() != HttpMethod.HEAD;
    }

    @Override
    public <T> Optional<T> getBody(Class<T> type) {
        return getBody(Argument.of(type));
    }

    @Override
    public <T> Optional<T> getBody(Argument<T> type) {
        return getBody(ConversionContext.of(type));
    }

    @Override
    public <T> Optional<T> getBody(ArgumentConversionContext<T> context) {
        return getBody().flatMap(body -> objects.convert(body, context));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> MutableHttpResponse<T> body(@Nullable T body) {
        if (settled) {
            rendered.body(body);
        } else if (replaced || isOther(body)) {
            replace(body);
        }
        return (MutableHttpResponse<T>) this;
    }

    private boolean isOther(@Nullable Object body) {
        return object == null ? body != null || hasBody() : body != object.value();
    }

    /** From now on, the server writes the body as it writes one of the handler. */
    @SuppressWarnings("unchecked")
    private void replace(@Nullable Object body) {
        if (!replaced) {
            replaced = true;
            rendered.bodyWriter((MessageBodyWriter<Object>) route().getMessageBodyWriter());
        }
        rendered.body(body);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<MessageBodyWriter<Object>> getBodyWriter() {
        return settled || replaced
                ? rendered.getBodyWriter()
                : Optional.ofNullable((MessageBodyWriter<Object>) route().getMessageBodyWriter());
    }

    @Override
    public MutableHttpMessage<Object> bodyWriter(@Nullable MessageBodyWriter<Object> writer) {
        Object body = currentBody();
        if (!replaced && !settled && body != null) {
            replace(body);
        }
        rendered.bodyWriter(writer);
        return this;
    }

    private RouteInfo<?> route() {
        return whole.route().getRouteInfo();
    }

    /**
     * The route lets the server write a new body and find a handler for the status that a filter sets. It must not be
     * seen with the encoded body, whose type differs from that of the route, nor with an error that the cache rendered,
     * because that is complete.
     */
    @Override
    public Optional<Object> getAttribute(CharSequence name) {
        boolean visible = renderedStatus < ERROR && (replaced || !settled);
        if (name != null && ROUTE_INFO.contentEquals(name)) {
            return visible ? Optional.of(route()) : Optional.empty();
        }
        if (name != null && ROUTE_MATCH.contentEquals(name)) {
            return visible ? Optional.of(whole.route()) : Optional.empty();
        }
        return MutableHttpResponse.super.getAttribute(name);
    }

    @Override
    public <T> Optional<T> getAttribute(CharSequence name, Class<T> type) {
        return getAttribute(name).filter(type::isInstance).map(type::cast);
    }

    @Override
    public MutableConvertibleValues<Object> getAttributes() {
        return rendered.getAttributes();
    }

    @Override
    public MutableHttpHeaders getHeaders() {
        return rendered.getHeaders();
    }

    @Override
    public MutableHttpResponse<Object> status(int status, @Nullable CharSequence message) {
        rendered.status(status, message);
        return this;
    }

    @Override
    public MutableHttpResponse<Object> cookie(Cookie cookie) {
        rendered.cookie(cookie);
        return this;
    }

    @Override
    public Cookies getCookies() {
        return rendered.getCookies();
    }

    @Override
    public Optional<Cookie> getCookie(String name) {
        return rendered.getCookie(name);
    }

    @Override
    public String toString() {
        return rendered.toString();
    }
}
