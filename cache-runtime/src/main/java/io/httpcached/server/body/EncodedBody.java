package io.httpcached.server.body;

import io.micronaut.core.io.buffer.ReferenceCounted;
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
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets encoded bodies on responses, with a writer that passes the bytes through. The server therefore looks up no
 * writer and adds no content type: it sends exactly the stored bytes and fields.
 */
public final class EncodedBody {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private EncodedBody() {}

    /** Sets bytes as the body of a response. */
    static void set(MutableHttpResponse<?> response, byte[] bytes) {
        response.<byte[]>body(bytes).bodyWriter(BytesWriter.INSTANCE);
    }

    /** Sets a stream as the body of a response. It can be sent once. */
    static void set(MutableHttpResponse<?> response, CloseableByteBody stream) {
        response.<CloseableByteBody>body(stream).bodyWriter(StreamWriter.INSTANCE);
    }

    /**
     * Closes the body of a response that is not sent. If it is a stream, a connection or a file waits at its other end.
     *
     * @param response the response
     */
    public static void close(HttpResponse<?> response) {
        Object body = response.body();
        if (body instanceof CloseableByteBody stream) {
            stream.close();
        } else if (body instanceof ReferenceCounted buffer) {
            buffer.release();
        } else if (body instanceof InputStream stream) {
            close(stream);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("A body that is not sent could not be closed", e);
        }
    }

    private abstract static class Writer<T> implements ResponseBodyWriter<T> {

        abstract CloseableByteBody body(ByteBodyFactory factory, T object);

        @Override
        public ByteBodyHttpResponse<?> write(
                ByteBodyFactory factory,
                HttpRequest<?> request,
                MutableHttpResponse<T> response,
                Argument<T> type,
                MediaType mediaType,
                T object) {
            return ByteBodyHttpResponseWrapper.wrap(response, body(factory, object));
        }

        @Override
        public CloseableByteBody writePiece(
                ByteBodyFactory factory,
                HttpRequest<?> request,
                HttpResponse<?> response,
                Argument<T> type,
                MediaType mediaType,
                T object) {
            return body(factory, object);
        }
    }

    private static final class BytesWriter extends Writer<byte[]> {

        static final BytesWriter INSTANCE = new BytesWriter();

        @Override
        CloseableByteBody body(ByteBodyFactory factory, byte[] bytes) {
            return factory.adapt(bytes);
        }

        @Override
        public void writeTo(
                Argument<byte[]> type, MediaType mediaType, byte[] bytes, MutableHeaders headers, OutputStream out) {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new CodecException("Error writing a cached body: " + e.getMessage(), e);
            }
        }
    }

    private static final class StreamWriter extends Writer<CloseableByteBody> {

        static final StreamWriter INSTANCE = new StreamWriter();

        @Override
        CloseableByteBody body(ByteBodyFactory factory, CloseableByteBody stream) {
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
}
