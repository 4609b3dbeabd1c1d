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
import java.io.IOException;
import java.io.OutputStream;

/** Writes a stream of bytes as it is. */
final class EncodedStreamWriter implements ResponseBodyWriter<CloseableByteBody> {

    static final EncodedStreamWriter INSTANCE = new EncodedStreamWriter();

    private EncodedStreamWriter() {}

    /** False for another type, because a filter may have replaced the body; the server then looks up a writer. */
    @Override
    public boolean isWriteable(Argument<CloseableByteBody> type, MediaType mediaType) {
        return CloseableByteBody.class.isAssignableFrom(type.getType());
    }

    /** Unlike the inherited method, it adds no content type. */
    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<CloseableByteBody> response,
            Argument<CloseableByteBody> type,
            MediaType mediaType,
            CloseableByteBody stream) {
        return ByteBodyHttpResponseWrapper.wrap(response, stream);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<CloseableByteBody> type,
            MediaType mediaType,
            CloseableByteBody stream) {
        return stream;
    }

    @Override
    public void writeTo(
            Argument<CloseableByteBody> type,
            MediaType mediaType,
            CloseableByteBody stream,
            MutableHeaders headers,
            OutputStream out) {
        try {
            stream.toInputStream().transferTo(out);
        } catch (IOException e) {
            throw new CodecException("Error writing a body: " + e.getMessage(), e);
        }
    }
}
