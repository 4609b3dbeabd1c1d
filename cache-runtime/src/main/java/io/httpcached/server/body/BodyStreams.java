package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies that come as a stream of bytes and end, such as those from another server. One that would not be stored goes on
 * while it comes: it may be one of those that do not end.
 */
final class BodyStreams {

    static final String TOO_LARGE = "body over max-body-size";

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

    /**
     * Reads the body of a response if the response may be stored and the body is not too large.
     *
     * @param head the response
     * @param stream its body, which belongs to the returned response from now on
     * @param objection why a response of this head would not be stored, or null if it may be
     * @return the response; fails with the exception of the stream
     */
    CompletionStage<EncodedResponse> read(
            Head head, ByteBody stream, Function<HandlerResponse, @Nullable String> objection) {
        // A client bounds what its own bodies may hold, and the server cannot send one of them once a part of it has
        // come.
        CloseableByteBody body = bodies.adapt(stream.toReadBufferPublisher(), stream.expectedLength());
        if (head.status() == NO_CONTENT || head.status() == NOT_MODIFIED) {
            body.close();
            return CompletableFuture.completedFuture(head.with(EMPTY));
        }
        String refusal = body.expectedLength().orElse(0) > maxBodySize ? TOO_LARGE : objection.apply(head.fetched());
        return refusal == null ? readAhead(head, body) : CompletableFuture.completedFuture(head.with(body, refusal));
    }

    private CompletionStage<EncodedResponse> readAhead(Head head, CloseableByteBody body) {
        return readAhead
                .isShort(body)
                .thenCompose(isShort -> isShort
                        ? body.buffer().thenApply(all -> head.with(all.toByteArray()))
                        : CompletableFuture.completedFuture(head.with(body, TOO_LARGE)))
                .whenComplete((encoded, failure) -> {
                    if (failure != null) {
                        body.close();
                    }
                });
    }

    /**
     * A response but for its body.
     *
     * @param request the request that it answers
     * @param response the response
     * @param fields its fields
     */
    record Head(HttpRequest<?> request, HttpResponse<?> response, Fields fields) {

        int status() {
            return response.code();
        }

        HandlerResponse fetched() {
            return new HandlerResponse(status(), fields, null, null, null);
        }

        EncodedResponse with(byte[] body) {
            return new EncodedResponse(
                    Responses.of(response, fields, body), new HandlerResponse(status(), fields, body, null, null));
        }

        /** The server drops the body of an answer to HEAD, and whatever waits for somebody to read it. */
        EncodedResponse with(CloseableByteBody stream, String detail) {
            EncodedResponse encoded = new EncodedResponse(
                    Responses.of(response, fields, stream), new HandlerResponse(status(), fields, null, null, detail));
            if (request.getMethod() == HttpMethod.HEAD) {
                encoded.discard();
            }
            return encoded;
        }
    }
}
