package io.httpcached.server.body;

import io.httpcached.BackgroundRefresh;
import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.server.body.BodyStreams.Head;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.core.type.Argument;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the body of a response that may be stored, with the writer that the server would select, so that the same bytes
 * can be stored and sent. A stream of bytes is read for that. A response that is not stored stays as the handler returned
 * it: filters outside of the cache, views and the server treat it as without the cache.
 */
@Singleton
public final class BodyEncoder {

    private static final byte[] EMPTY = new byte[0];
    private static final int SERVER_ERROR = 500;

    private final MessageBodyHandlerRegistry registry;
    private final RouteExecutor routes;
    private final Executor blocking;
    private final BodyFactories bodies;
    private final ProxiedBodies proxied;
    private final BodyStreams streams;
    private final RetryingWriter.Fallback fallback;
    private final int maxBodySize;

    BodyEncoder(
            MessageBodyHandlerRegistry registry,
            RouteExecutor routes,
            @Named(TaskExecutors.BLOCKING) Executor blocking,
            Optional<BodyFactories> bodies,
            Optional<ProxiedBodies> proxied,
            HttpCacheConfiguration settings) {
        this.registry = registry;
        this.routes = routes;
        this.blocking = blocking;
        this.bodies = bodies.orElse(BodyFactories.ANY);
        this.proxied = proxied.orElse(ProxiedBodies.NONE);
        this.maxBodySize = settings.getMaxBodySize();
        this.streams = new BodyStreams(maxBodySize, blocking);
        this.fallback = new RetryingWriter.Fallback(registry, routes, settings.getStatusHeader());
    }

    /**
     * Encodes the body of a response.
     *
     * @param request the request
     * @param response the response of its handler
     * @param notStoredReason returns the reason why a response with a given head is not stored, or null if it may be
     *     stored
     * @return the encoded response, or the unchanged one if it is not stored; fails with the exception of a stream
     */
    public CompletionStage<EncodedResponse> encode(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        Object body = response.body();
        Fields fields = HeaderFields.of(response.getHeaders());
        ByteBody stream = body == null ? proxied.find(response) : null;
        if (stream != null) {
            return streams.read(new Head(request, response, fields), stream, notStoredReason);
        }
        String reason = notStoredReason.apply(new HandlerResponse(response.code(), fields, null, null));
        if (reason != null && !isReadAnyway(request, body)) {
            return unchanged(request, response, fields, null, reason);
        }
        if (body == null) {
            return unchanged(request, response, fields, EMPTY, null);
        }
        return BodyStreams.isStream(body)
                ? unchanged(request, response, fields, null, OutcomeDetail.STREAMED.text())
                : encodeObject(request, response, body, notStoredReason);
    }

    /**
     * The server cannot send the body of an HTTP client after a part of it has arrived, so such a body is always adapted
     * ({@link BodyStreams}). The response to a detached request is sent to another one, without its object.
     */
    private static boolean isReadAnyway(HttpRequest<?> request, @Nullable Object body) {
        return body instanceof ByteBody
                || (BackgroundRefresh.isRefresh(request) && body != null && !BodyStreams.isStream(body));
    }

    private CompletionStage<EncodedResponse> encodeObject(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Object body,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        Encoding<Object> encoding;
        try {
            encoding = encoding(request, response, body);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(notEncoded(request, response, new FailedWriter(e), e));
        }
        return encoding.writer.isBlocking()
                ? CompletableFuture.supplyAsync(
                                () -> write(request, response, body, encoding, notStoredReason), blocking)
                        .thenCompose(stage -> stage)
                : write(request, response, body, encoding, notStoredReason);
    }

    private record Encoding<T>(ResponseBodyWriter<T> writer, Argument<T> type, MediaType mediaType) {}

    /** Selects type and writer as {@code io.micronaut.http.server.ResponseLifecycle} does. */
    @SuppressWarnings("unchecked")
    private Encoding<Object> encoding(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
        RouteInfo<?> route = ResponseAttributes.routeInfo(response);
        MediaType mediaType = response.getContentType().orElseGet(() -> defaultType(request, route));
        Argument<Object> type =
                route == null ? Argument.ofInstance(body) : (Argument<Object>) route.getResponseBodyType();
        MessageBodyWriter<Object> writer =
                (MessageBodyWriter<Object>) response.getBodyWriter().orElse(null);
        if (writer == null) {
            writer = registry.findWriter(type, List.of(mediaType)).orElse(null);
        }
        if (writer == null || !type.isInstance(body) || !writer.isWriteable(type, mediaType)) {
            type = Argument.ofInstance(body);
            writer = registry.getWriter(type, List.of(mediaType));
        }
        return new Encoding<>(ResponseBodyWriter.wrap(writer), type, mediaType);
    }

    /** A route that produces anything has a media range instead of a content type (RFC 9110 §8.3). */
    private static boolean isGuessed(HttpResponse<?> response, MediaType chosen) {
        return chosen.getName().indexOf('*') >= 0 && !response.getHeaders().contains(HttpHeaders.CONTENT_TYPE);
    }

    /**
     * Returns the media type as the route declares it. The server would respond with the media type as the client wrote
     * it, with its parameters; a client must not determine the charset of a stored response.
     */
    private MediaType defaultType(HttpRequest<?> request, @Nullable RouteInfo<?> route) {
        if (route == null) {
            return MediaType.APPLICATION_JSON_TYPE;
        }
        List<MediaType> produced = route.getProduces();
        if (produced.size() == 1) {
            return produced.get(0);
        }
        MediaType chosen = routes.resolveDefaultResponseContentType(request, route);
        int declared = produced.indexOf(chosen);
        return declared < 0 ? chosen : produced.get(declared);
    }

    private CompletionStage<EncodedResponse> write(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Object body,
            Encoding<Object> encoding,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        boolean guessed = isGuessed(response, encoding.mediaType);
        ByteBodyHttpResponse<?> written;
        try {
            written = write(request, response, body, encoding);
        } catch (Throwable e) {
            return CompletableFuture.completedFuture(notEncoded(request, response, encoding.writer, e));
        }
        Fields all = HeaderFields.of(written.getHeaders());
        Fields fields = guessed ? all.without(HttpHeaders.CONTENT_TYPE) : all;
        if (!(written.byteBody() instanceof AvailableByteBody available)) {
            return streams.read(new Head(request, written, fields), written.byteBody(), notStoredReason);
        }
        byte[] bytes = available.toByteArray();
        HandlerResponse handlerResponse = bytes.length > maxBodySize
                ? handlerResponse(written, fields, null, OutcomeDetail.BODY_TOO_LARGE.text())
                : handlerResponse(written, fields, bytes, null);
        return CompletableFuture.completedFuture(
                new EncodedResponse(Responses.of(written, fields, bytes), handlerResponse));
    }

    @SuppressWarnings("unchecked")
    private ByteBodyHttpResponse<?> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, Object body, Encoding<Object> encoding) {
        MutableHttpResponse<Object> typed = (MutableHttpResponse<Object>) response;
        return encoding.writer.write(bodies.of(request), request, typed, encoding.type, encoding.mediaType, body);
    }

    /**
     * Leaves a response to the server, whose attempt to encode it fails as without the cache. To the cache, the handler
     * failed with the status that the client receives then; the server encodes no response to HEAD.
     */
    private EncodedResponse notEncoded(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            ResponseBodyWriter<Object> failed,
            Throwable cause) {
        if (request.getMethod() == HttpMethod.HEAD) {
            Fields fields = HeaderFields.of(response.getHeaders());
            return new EncodedResponse(
                    response, handlerResponse(response, fields, null, OutcomeDetail.NOT_ENCODED.text()));
        }
        HandlerResponse error = new HandlerResponse(SERVER_ERROR, Fields.EMPTY, null, OutcomeDetail.NOT_ENCODED.text());
        if (failed.isBlocking()) {
            // The server would not respond at all: it loses the exception of a writer that it runs on another thread.
            return new EncodedResponse(routes.createDefaultErrorResponse(request, cause), error);
        }
        RetryingWriter.set(response, failed, fallback);
        return new EncodedResponse(response, error);
    }

    /** Like the server, it drops the body of a response to HEAD, which the handler produced because it ran GET. */
    private static CompletionStage<EncodedResponse> unchanged(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Fields fields,
            byte @Nullable [] body,
            @Nullable String detail) {
        if (request.getMethod() == HttpMethod.HEAD) {
            EncodedBody.close(response);
            response.body(null);
        }
        return CompletableFuture.completedFuture(
                new EncodedResponse(response, handlerResponse(response, fields, body, detail)));
    }

    private static HandlerResponse handlerResponse(
            HttpResponse<?> response, Fields fields, byte @Nullable [] body, @Nullable String detail) {
        return new HandlerResponse(response.code(), fields, body, detail);
    }
}
