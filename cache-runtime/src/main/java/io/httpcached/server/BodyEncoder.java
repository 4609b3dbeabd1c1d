package io.httpcached.server;

import io.httpcached.core.Fields;
import io.httpcached.engine.Fetched;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a response's body once, with the writer that the server itself would choose, so that the same bytes can be
 * stored and sent. A body that only exists as a stream is left alone.
 */
@Singleton
final class BodyEncoder {

    private static final byte[] EMPTY = new byte[0];

    private final MessageBodyHandlerRegistry registry;
    private final RouteExecutor routes;
    private final Executor blocking;
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final int maxBodySize;

    BodyEncoder(
            MessageBodyHandlerRegistry registry,
            RouteExecutor routes,
            @Named(TaskExecutors.BLOCKING) Executor blocking,
            HttpCacheConfiguration settings) {
        this.registry = registry;
        this.routes = routes;
        this.blocking = blocking;
        this.maxBodySize = settings.getMaxBodySize();
    }

    /**
     * Encodes the body of a response.
     *
     * @param request the request
     * @param response what its handler answered
     * @return the encoded response; fails with the exception of the writer
     */
    CompletionStage<Encoded> encode(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Object body = response.body();
        if (RouteAttributes.getException(response).isPresent()) {
            return untouched(response, "error");
        }
        if (body == null) {
            return CompletableFuture.completedFuture(new Encoded(response, fetched(response, EMPTY, null)));
        }
        if (isStream(body)) {
            return untouched(response, "streamed");
        }
        try {
            Encoding<Object> encoding = encoding(request, response, body);
            return encoding.writer.isBlocking()
                    ? CompletableFuture.supplyAsync(() -> write(request, response, body, encoding), blocking)
                    : CompletableFuture.completedFuture(write(request, response, body, encoding));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private record Encoding<T>(ResponseBodyWriter<T> writer, Argument<T> type, MediaType mediaType) {}

    private static boolean isStream(Object body) {
        return Publishers.isConvertibleToPublisher(body)
                || body instanceof InputStream
                || body instanceof FileCustomizableResponseType;
    }

    /** The choice of {@code io.micronaut.http.server.ResponseLifecycle}. */
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

    /** A route that produces anything does not know what: a range of media types is none (RFC 9110 §8.3). */
    private static boolean isGuessed(HttpResponse<?> response, MediaType chosen) {
        return chosen.getName().indexOf('*') >= 0 && !response.getHeaders().contains(HttpHeaders.CONTENT_TYPE);
    }

    /**
     * The server would answer with the media type as the client wrote it, parameters included; a client must not choose
     * the charset in which everybody is answered from then on.
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
    private Encoded write(
            HttpRequest<?> request, MutableHttpResponse<?> response, Object body, Encoding<Object> encoding) {
        MutableHttpResponse<Object> typed = (MutableHttpResponse<Object>) response;
        boolean guessed = isGuessed(response, encoding.mediaType);
        ByteBodyHttpResponse<?> written =
                encoding.writer.write(bodies, request, typed, encoding.type, encoding.mediaType, body);
        Fields all = fields(written.getHeaders());
        Fields fields = guessed ? all.without(HttpHeaders.CONTENT_TYPE) : all;
        if (!(written.byteBody() instanceof AvailableByteBody available)) {
            return new Encoded(
                    Responses.of(written, fields, written.byteBody().move()),
                    fetched(written, fields, null, "streamed"));
        }
        byte[] bytes = available.toByteArray();
        Fetched fetched = bytes.length > maxBodySize
                ? fetched(written, fields, null, "body over max-body-size")
                : fetched(written, fields, bytes, null);
        return new Encoded(Responses.of(written, fields, bytes), fetched);
    }

    private static CompletionStage<Encoded> untouched(MutableHttpResponse<?> response, String detail) {
        return CompletableFuture.completedFuture(new Encoded(response, fetched(response, null, detail)));
    }

    private static Fetched fetched(HttpResponse<?> response, byte @Nullable [] body, @Nullable String detail) {
        return fetched(response, fields(response.getHeaders()), body, detail);
    }

    private static Fetched fetched(
            HttpResponse<?> response, Fields fields, byte @Nullable [] body, @Nullable String detail) {
        Throwable failure = RouteAttributes.getException(response).orElse(null);
        return new Fetched(response.code(), fields, body, failure, detail);
    }

    private static Fields fields(HttpHeaders headers) {
        Fields.Builder fields = Fields.builder();
        headers.forEachValue(fields::add);
        return fields.build();
    }
}
