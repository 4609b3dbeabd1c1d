package io.httpcached.server.body;

import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.CloseableByteBody;
import java.io.IOException;
import java.io.InputStream;
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
        response.body(HiddenBytesWriter.PLACEHOLDER).bodyWriter(new HiddenBytesWriter(bytes));
    }

    /** Sets a stream as the body of a response. It can be sent once. */
    static void set(MutableHttpResponse<?> response, CloseableByteBody stream) {
        response.<CloseableByteBody>body(stream).bodyWriter(EncodedStreamWriter.INSTANCE);
    }

    /**
     * Closes the body of a response that is not sent. If it is a stream, a connection or a file waits at its other end.
     *
     * @param response the response
     */
    public static void close(HttpResponse<?> response) {
        if (response instanceof FilteredResponse) {
            return;
        }
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
}
