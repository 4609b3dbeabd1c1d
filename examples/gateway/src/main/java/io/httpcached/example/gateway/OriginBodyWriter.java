package io.httpcached.example.gateway;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.TypedMessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Sends the origin's body unchanged. Micronaut's own writers would add a {@code Content-Type} where the origin sent
 * none.
 */
@Singleton
final class OriginBodyWriter implements TypedMessageBodyWriter<OriginBody>, ResponseBodyWriter<OriginBody> {

    @Override
    public Argument<OriginBody> getType() {
        return Argument.of(OriginBody.class);
    }

    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<OriginBody> response,
            Argument<OriginBody> type,
            MediaType mediaType,
            OriginBody body) {
        return ByteBodyHttpResponseWrapper.wrap(response, sendable(factory, body.bytes()));
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<OriginBody> type,
            MediaType mediaType,
            OriginBody body) {
        return sendable(factory, body.bytes());
    }

    /** Adapts a body to the server, which cannot send the HTTP client's kind of body once a part of it has arrived. */
    private static CloseableByteBody sendable(ByteBodyFactory factory, CloseableByteBody bytes) {
        return bytes instanceof AvailableByteBody
                ? bytes
                : factory.adapt(bytes.toReadBufferPublisher(), bytes.expectedLength());
    }

    @Override
    public void writeTo(
            Argument<OriginBody> type, MediaType mediaType, OriginBody body, MutableHeaders headers, OutputStream out) {
        try {
            body.bytes().toInputStream().transferTo(out);
        } catch (IOException e) {
            throw new CodecException("Error writing the origin's body: " + e.getMessage(), e);
        }
    }
}
