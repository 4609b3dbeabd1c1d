package io.httpcached.server;

import io.httpcached.core.Fields;
import io.httpcached.engine.Fetched;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

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
     * @param request the request
     * @param head the response
     * @param fields its fields
     * @param stream its body, which belongs to the returned response from now on
     * @param objection why a response of this head would not be stored, or null if it may be
     * @return the response; fails with the exception of the stream
     */
    CompletionStage<Encoded> read(
            HttpRequest<?> request,
            HttpResponse<?> head,
            Fields fields,
            ByteBody stream,
            Function<Fetched, @Nullable String> objection) {
        return read(request, head, fields, stream.toReadBufferPublisher(), stream.expectedLength(), objection);
    }

    /**
     * The same for a body that a publisher of its bytes stands for, of which no length is known.
     */
    CompletionStage<Encoded> read(
            HttpRequest<?> request,
            HttpResponse<?> head,
            Fields fields,
            Publisher<ReadBuffer> stream,
            Function<Fetched, @Nullable String> objection) {
        return read(request, head, fields, stream, OptionalLong.empty(), objection);
    }

    /**
     * A body that comes from a client is wrapped: there it may hold no more than that client allows, and the server cannot
     * send it once a part of it has arrived.
     */
    private CompletionStage<Encoded> read(
            HttpRequest<?> request,
            HttpResponse<?> head,
            Fields fields,
            Publisher<ReadBuffer> stream,
            OptionalLong length,
            Function<Fetched, @Nullable String> objection) {
        CloseableByteBody body = bodies.adapt(stream, length);
        if (head.code() == NO_CONTENT || head.code() == NOT_MODIFIED) {
            body.close();
            return CompletableFuture.completedFuture(whole(head, fields, EMPTY));
        }
        String refusal = length.orElse(0) > maxBodySize
                ? TOO_LARGE
                : objection.apply(new Fetched(head.code(), fields, null, null, null));
        return refusal == null
                ? readAhead(request, head, fields, body)
                : CompletableFuture.completedFuture(unread(request, head, fields, body, refusal));
    }

    private CompletionStage<Encoded> readAhead(
            HttpRequest<?> request, HttpResponse<?> head, Fields fields, CloseableByteBody body) {
        return readAhead
                .isShort(body)
                .thenCompose(isShort -> isShort
                        ? body.buffer().thenApply(all -> whole(head, fields, all.toByteArray()))
                        : CompletableFuture.completedFuture(unread(request, head, fields, body, TOO_LARGE)))
                .whenComplete((encoded, failure) -> {
                    if (failure != null) {
                        body.close();
                    }
                });
    }

    private static Encoded whole(HttpResponse<?> head, Fields fields, byte[] bytes) {
        return new Encoded(Responses.of(head, fields, bytes), new Fetched(head.code(), fields, bytes, null, null));
    }

    /** The server drops the body of an answer to HEAD, and whatever waits for somebody to read it. */
    private static Encoded unread(
            HttpRequest<?> request, HttpResponse<?> head, Fields fields, CloseableByteBody stream, String detail) {
        Encoded encoded =
                new Encoded(Responses.of(head, fields, stream), new Fetched(head.code(), fields, null, null, detail));
        if (request.getMethod() == HttpMethod.HEAD) {
            encoded.discard();
        }
        return encoded;
    }
}
