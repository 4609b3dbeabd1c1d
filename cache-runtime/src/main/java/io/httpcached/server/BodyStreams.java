package io.httpcached.server;

import io.httpcached.core.Fields;
import io.httpcached.engine.Fetched;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
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

    /** {@return the body that a publisher of its bytes stands for} */
    CloseableByteBody of(Publisher<ReadBuffer> bytes) {
        return bodies.adapt(bytes);
    }

    /**
     * Reads the body of a response if the response may be stored and the body is not too large.
     *
     * @param request the request
     * @param head the response
     * @param fields its fields
     * @param stream its body, which now belongs to this object and then to the response
     * @param objection why a response of this head would not be stored, or null if it may be
     * @return the response; fails with the exception of the stream
     */
    CompletionStage<Encoded> read(
            HttpRequest<?> request,
            HttpResponse<?> head,
            Fields fields,
            CloseableByteBody stream,
            Function<Fetched, @Nullable String> objection) {
        if (head.code() == NO_CONTENT || head.code() == NOT_MODIFIED) {
            stream.close();
            return CompletableFuture.completedFuture(whole(head, fields, EMPTY));
        }
        String refusal = stream.expectedLength().orElse(0) > maxBodySize
                ? TOO_LARGE
                : objection.apply(new Fetched(head.code(), fields, null, null, null));
        return refusal == null
                ? readAhead(request, head, fields, stream)
                : CompletableFuture.completedFuture(unread(request, head, fields, stream, refusal));
    }

    private CompletionStage<Encoded> readAhead(
            HttpRequest<?> request, HttpResponse<?> head, Fields fields, CloseableByteBody stream) {
        // A client bounds what its own bodies may hold, but here max-body-size is the bound.
        CloseableByteBody unbounded = of(stream.toReadBufferPublisher());
        return readAhead
                .isShort(unbounded)
                .thenCompose(isShort -> isShort
                        ? unbounded.buffer().thenApply(body -> whole(head, fields, body.toByteArray()))
                        : CompletableFuture.completedFuture(unread(request, head, fields, unbounded, TOO_LARGE)))
                .whenComplete((encoded, failure) -> {
                    if (failure != null) {
                        unbounded.close();
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
