package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.server.body.BodyStreams.Head;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the body of a response once, with the writer that the server would select, so that the same bytes can be
 * stored and sent. A stream of bytes is read if the response may be stored. A stream of objects is not encoded.
 */
@Singleton
public final class BodyEncoder {

    private static final byte[] EMPTY = new byte[0];

    private final MessageBodyHandlerRegistry registry;
    private final RouteExecutor routes;
    private final Executor blocking;
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final ProxiedBodies proxied;
    private final BodyStreams streams;
    private final int maxBodySize;

    BodyEncoder(
            MessageBodyHandlerRegistry registry,
            RouteExecutor routes,
            @Named(TaskExecutors.BLOCKING) Executor blocking,
            Optional<ProxiedBodies> proxied,
            HttpCacheConfiguration settings) {
        this.registry = registry;
        this.routes = routes;
        this.blocking = blocking;
        this.proxied = proxied.orElse(ProxiedBodies.NONE);
        this.maxBodySize = settings.getMaxBodySize();
        this.streams = new BodyStreams(maxBodySize, blocking);
    }

    /**
     * Encodes the body of a response.
     *
     * @param request the request
     * @param response the response of its handler
     * @param notStoredReason returns the reason why a response with a given head is not stored, or null if it may be
     *     stored
     * @return the encoded response; fails with the exception of the writer or of a stream
     */
    public CompletionStage<EncodedResponse> encode(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        Object body = response.body();
        if (RouteAttributes.getException(response).isPresent()) {
            return notEncoded(response, "error");
        }
        if (body == null) {
            return encodeWithoutObject(request, response, notStoredReason);
        }
        if (isStream(body)) {
            return notEncoded(response, "streamed");
        }
        try {
            Encoding<Object> encoding = encoding(request, response, body);
            return encoding.writer.isBlocking()
                    ? CompletableFuture.supplyAsync(
                                    () -> write(request, response, body, encoding, notStoredReason), blocking)
                            .thenCompose(stage -> stage)
                    : write(request, response, body, encoding, notStoredReason);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<EncodedResponse> encodeWithoutObject(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        ByteBody stream = proxied.find(response);
        return stream == null
                ? CompletableFuture.completedFuture(
                        new EncodedResponse(response, handlerResponse(response, EMPTY, null)))
                : streams.read(new Head(request, response, fields(response.getHeaders())), stream, notStoredReason);
    }

    private record Encoding<T>(ResponseBodyWriter<T> writer, Argument<T> type, MediaType mediaType) {}

    private static boolean isStream(Object body) {
        return Publishers.isConvertibleToPublisher(body)
                || body instanceof InputStream
                || body instanceof FileCustomizableResponseType;
    }

    /** Selects type and writer as {@code io.micronaut.http.server.ResponseLifecycle} does. */
    @SuppressWarnings("unchecked")
    private Encoding<Object> encoding(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(response).orElse(null);
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
        MediaType chosen = routes.resolveDefaultResponseContentType(request, route);
        int declared = route.getProduces().indexOf(chosen);
        return declared < 0 ? chosen : route.getProduces().get(declared);
    }

    @SuppressWarnings("unchecked")
    private CompletionStage<EncodedResponse> write(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Object body,
            Encoding<Object> encoding,
            Function<HandlerResponse, @Nullable String> notStoredReason) {
        MutableHttpResponse<Object> typed = (MutableHttpResponse<Object>) response;
        boolean guessed = isGuessed(response, encoding.mediaType);
        ByteBodyHttpResponse<?> written =
                encoding.writer.write(bodies, request, typed, encoding.type, encoding.mediaType, body);
        Fields all = fields(written.getHeaders());
        Fields fields = guessed ? all.without(HttpHeaders.CONTENT_TYPE) : all;
        if (!(written.byteBody() instanceof AvailableByteBody available)) {
            return streams.read(new Head(request, written, fields), written.byteBody(), notStoredReason);
        }
        byte[] bytes = available.toByteArray();
        HandlerResponse handlerResponse = bytes.length > maxBodySize
                ? handlerResponse(written, fields, null, BodyStreams.TOO_LARGE)
                : handlerResponse(written, fields, bytes, null);
        return CompletableFuture.completedFuture(
                new EncodedResponse(Responses.of(written, fields, bytes), handlerResponse));
    }

    private static CompletionStage<EncodedResponse> notEncoded(MutableHttpResponse<?> response, String detail) {
        return CompletableFuture.completedFuture(
                new EncodedResponse(response, handlerResponse(response, null, detail)));
    }

    private static HandlerResponse handlerResponse(
            HttpResponse<?> response, byte @Nullable [] body, @Nullable String detail) {
        return handlerResponse(response, fields(response.getHeaders()), body, detail);
    }

    private static HandlerResponse handlerResponse(
            HttpResponse<?> response, Fields fields, byte @Nullable [] body, @Nullable String detail) {
        Throwable failure = RouteAttributes.getException(response).orElse(null);
        return new HandlerResponse(response.code(), fields, body, failure, detail);
    }

    private static Fields fields(HttpHeaders headers) {
        Fields.Builder fields = Fields.builder();
        headers.forEachValue(fields::add);
        return fields.build();
    }
}
