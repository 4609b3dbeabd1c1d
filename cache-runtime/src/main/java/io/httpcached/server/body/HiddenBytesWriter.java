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

/**
 * Writes the bytes of one response in place of its body object. The object is a byte array, because the server decides
 * faster for one than for an object of another class.
 */
final class HiddenBytesWriter implements ResponseBodyWriter<byte[]> {

    /** The body object of all responses with hidden bytes. It has no bytes that application code could modify. */
    static final byte[] PLACEHOLDER = new byte[0];

    private final byte[] bytes;

    HiddenBytesWriter(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes, which must not be modified. */
    byte[] bytes() {
        return bytes;
    }

    /** A filter may have replaced the body by another array. */
    private byte[] bytesFor(byte[] body) {
        return body == PLACEHOLDER ? bytes : body;
    }

    /** False for another type, because a filter may have replaced the body; the server then looks up a writer. */
    @Override
    public boolean isWriteable(Argument<byte[]> type, MediaType mediaType) {
        return type.getType() == byte[].class;
    }

    /** Unlike the inherited method, it adds no content type. */
    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<byte[]> response,
            Argument<byte[]> type,
            MediaType mediaType,
            byte[] body) {
        return ByteBodyHttpResponseWrapper.wrap(response, factory.adapt(bytesFor(body)));
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<byte[]> type,
            MediaType mediaType,
            byte[] body) {
        return factory.adapt(bytesFor(body));
    }

    @Override
    public void writeTo(
            Argument<byte[]> type, MediaType mediaType, byte[] body, MutableHeaders headers, OutputStream out) {
        try {
            out.write(bytesFor(body));
        } catch (IOException e) {
            throw new CodecException("Error writing a cached body: " + e.getMessage(), e);
        }
    }
}
