package io.httpcached.server.body;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import java.io.OutputStream;

/**
 * Stands for the writer that could not be found for a body, and fails as the search did.
 *
 * @param failure the exception of the search
 */
record FailedWriter(RuntimeException failure) implements ResponseBodyWriter<Object> {

    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            MutableHttpResponse<Object> response,
            Argument<Object> type,
            MediaType mediaType,
            Object object) {
        throw failure;
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory factory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<Object> type,
            MediaType mediaType,
            Object object) {
        throw failure;
    }

    @Override
    public void writeTo(
            Argument<Object> type, MediaType mediaType, Object object, MutableHeaders headers, OutputStream out) {
        throw failure;
    }
}
