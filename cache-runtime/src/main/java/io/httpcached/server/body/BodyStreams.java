package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.OutcomeDetail;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies that arrive as a finite stream of bytes, such as those from another server. The body of a response that
 * is not stored is passed through while it arrives, because it may never end.
 */
final class BodyStreams {

    private static final byte[] EMPTY = new byte[0];
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final ReadAhead readAhead;
    private final int maxBodySize;

    BodyStreams(int maxBodySize, Executor executor) {
        this.readAhead = new ReadAhead(maxBodySize, executor);
        this.maxBodySize = maxBodySize;
    }

    /** Returns whether a body object is written piece by piece. */
    static boolean isStream(Object body) {
        return Publishers.isConvertibleToPublisher(body)
                || body instanceof InputStream
                || body instanceof FileCustomizableResponseType;
    }

    /**
     * Reads the body of a response if the response may be stored and the body is not too large.
     *
     * @param head the response without its body
     * @param stream the body, which the returned response owns from now on
     * @param notStoredReason returns the reason why a response with a given head is not stored, or null if it may be
     *     stored
     * @return the response; fails with the exception of the stream
     */
    CompletionStage<EncodedResponse> read(
            Head head, ByteBody stream, Function<HandlerResponse, @Nullable String> notStoredReason) {
        // An HTTP client limits the size of its own bodies, and the server cannot send such a body after a part of it
        // has
        // arrived.
        CloseableByteBody body = bodies.adapt(stream.toReadBufferPublisher(), stream.expectedLength());
        if (head.status() == NO_CONTENT || head.status() == NOT_MODIFIED) {
            body.close();
            return CompletableFuture.completedFuture(head.with(EMPTY));
        }
        String reason = body.expectedLength().orElse(0) > maxBodySize
                ? OutcomeDetail.BODY_TOO_LARGE.text()
                : notStoredReason.apply(head.handlerResponse());
        return reason == null ? readAhead(head, body) : CompletableFuture.completedFuture(head.with(body, reason));
    }

    private CompletionStage<EncodedResponse> readAhead(Head head, CloseableByteBody body) {
        return readAhead
                .fitsLimit(body)
                .thenCompose(fits -> fits
                        ? body.buffer().thenApply(all -> head.with(all.toByteArray()))
                        : CompletableFuture.completedFuture(head.with(body, OutcomeDetail.BODY_TOO_LARGE.text())))
                .whenComplete((encoded, failure) -> {
                    if (failure != null) {
                        body.close();
                    }
                });
    }

    /**
     * A response without its body.
     *
     * @param request the request
     * @param response the response
     * @param fields the header fields of the response
     */
    record Head(HttpRequest<?> request, HttpResponse<?> response, Fields fields) {

        int status() {
            return response.code();
        }

        HandlerResponse handlerResponse() {
            return new HandlerResponse(status(), fields, null, null);
        }

        EncodedResponse with(byte[] body) {
            return new EncodedResponse(
                    Responses.of(response, fields, body), new HandlerResponse(status(), fields, body, null));
        }

        /** The server drops the body of a response to HEAD, so nobody would read the stream. */
        EncodedResponse with(CloseableByteBody stream, String detail) {
            EncodedResponse encoded = new EncodedResponse(
                    Responses.of(response, fields, stream), new HandlerResponse(status(), fields, null, detail));
            if (request.getMethod() == HttpMethod.HEAD) {
                encoded.close();
            }
            return encoded;
        }
    }
}
