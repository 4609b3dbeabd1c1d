package io.httpcached.server.body;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.server.RouteExecutor;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body that failed to encode in the cache. Filters outside of the cache may have replaced it since; if it fails
 * again, the client receives the error response of the server, as without the cache, and {@code Cache-Status} with it.
 *
 * @param <T> the type of the body
 */
final class RetryingWriter<T> implements ResponseBodyWriter<T> {

    private final ResponseBodyWriter<T> writer;
    private final Fallback fallback;

    private RetryingWriter(ResponseBodyWriter<T> writer, Fallback fallback) {
        this.writer = writer;
        this.fallback = fallback;
    }

    /** Sets this writer on a response whose body failed to encode with another one. */
    @SuppressWarnings("unchecked")
    static void set(MutableHttpResponse<?> response, ResponseBodyWriter<Object> failed, Fallback fallback) {
        ((MutableHttpResponse<Object>) response).bodyWriter(new RetryingWriter<>(failed, fallback));
    }

    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<T> response,
            Argument<T> type,
            MediaType mediaType,
            T object) {
        try {
            return writer.write(factory, request, response, type, mediaType, object);
        } catch (Throwable e) {
            return fallback.write(factory, request, response, e);
        }
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<T> type,
            MediaType mediaType,
            T object) {
        return writer.writePiece(factory, request, response, type, mediaType, object);
    }

    @Override
    public boolean isWriteable(Argument<T> type, @Nullable MediaType mediaType) {
        return writer.isWriteable(type, mediaType);
    }

    @Override
    public boolean isBlocking() {
        return writer.isBlocking();
    }

    @Override
    public void writeTo(Argument<T> type, MediaType mediaType, T object, MutableHeaders headers, OutputStream out) {
        writer.writeTo(type, mediaType, object, headers, out);
    }

    @Override
    public ByteBuffer<?> writeTo(
            Argument<T> type, MediaType mediaType, T object, MutableHeaders headers, ByteBufferFactory<?, ?> factory) {
        return writer.writeTo(type, mediaType, object, headers, factory);
    }

    /** Writes the error response of the server, as {@code io.micronaut.http.server.ResponseLifecycle} does. */
    static final class Fallback {

        private final MessageBodyHandlerRegistry registry;
        private final RouteExecutor routes;
        private final List<String> keptFields;

        Fallback(MessageBodyHandlerRegistry registry, RouteExecutor routes, @Nullable String statusHeader) {
            this.registry = registry;
            this.routes = routes;
            this.keptFields = statusHeader == null ? List.of("Cache-Status") : List.of("Cache-Status", statusHeader);
        }

        ByteBodyHttpResponse<?> write(
                ByteBodyFactory factory, HttpRequest<?> request, HttpResponse<?> failed, Throwable failure) {
            MutableHttpResponse<?> error = routes.createDefaultErrorResponse(request, failure);
            for (String name : keptFields) {
                failed.getHeaders().getAll(name).forEach(value -> error.header(name, value));
            }
            return error.body() == null
                    ? ByteBodyHttpResponseWrapper.wrap(error, factory.createEmpty())
                    : writeBody(factory, request, error);
        }

        @SuppressWarnings("unchecked")
        private ByteBodyHttpResponse<?> writeBody(
                ByteBodyFactory factory, HttpRequest<?> request, MutableHttpResponse<?> error) {
            MutableHttpResponse<Object> typed = (MutableHttpResponse<Object>) error;
            MediaType mediaType = error.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
            Argument<Object> type = Argument.ofInstance(typed.body());
            MessageBodyWriter<Object> writer = registry.getWriter(type, List.of(mediaType));
            return ResponseBodyWriter.wrap(writer).write(factory, request, typed, type, mediaType, typed.body());
        }
    }
}
