package io.httpcached.server.body;

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
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** Writes encoded bytes for the server, which finds this bean for a response that wraps one of the cache. */
@Singleton
final class EncodedBytesWriter implements ResponseBodyWriter<EncodedBytes> {

    /** False for another type, because a filter may have replaced the body; the server then looks up a writer. */
    @Override
    public boolean isWriteable(Argument<EncodedBytes> type, MediaType mediaType) {
        return type.getType() == EncodedBytes.class;
    }

    /** Unlike the inherited method, it adds no content type. */
    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<EncodedBytes> response,
            Argument<EncodedBytes> type,
            MediaType mediaType,
            EncodedBytes body) {
        return ByteBodyHttpResponseWrapper.wrap(response, factory.adapt(body.bytes()));
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<EncodedBytes> type,
            MediaType mediaType,
            EncodedBytes body) {
        return factory.adapt(body.bytes());
    }

    @Override
    public void writeTo(
            Argument<EncodedBytes> type,
            MediaType mediaType,
            EncodedBytes body,
            MutableHeaders headers,
            OutputStream out) {
        try {
            out.write(body.bytes());
        } catch (IOException e) {
            throw new CodecException("Error writing a cached body: " + e.getMessage(), e);
        }
    }
}
