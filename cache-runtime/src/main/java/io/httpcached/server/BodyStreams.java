package io.httpcached.server;

import io.httpcached.core.Fields;
import io.httpcached.engine.Fetched;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.BodySizeLimits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Reads bodies that come as a stream and end, such as those from another server. One that is not to be stored goes on
 * while it comes: it may be one of those that do not end.
 */
final class BodyStreams {

    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final int maxBodySize;

    BodyStreams(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    /**
     * Reads the body of a response if the response may be stored and the body is not too large.
     *
     * @param head the response
     * @param fields its fields
     * @param stream its body, which is consumed
     * @param forecast why the response cannot be stored whatever its body is, or null
     * @return the response; fails with the exception of the stream
     */
    CompletionStage<Encoded> read(
            HttpResponse<?> head,
            Fields fields,
            CloseableByteBody stream,
            Function<Fetched, @Nullable String> forecast) {
        String objection = objection(head, fields, stream, forecast);
        if (objection != null) {
            return CompletableFuture.completedFuture(unread(head, fields, stream, objection));
        }
        return StreamReader.read(stream, maxBodySize)
                .thenApply(result -> result instanceof StreamReader.Result.Whole whole
                        ? new Encoded(
                                Responses.of(head, fields, whole.bytes()),
                                new Fetched(head.code(), fields, whole.bytes(), null, null))
                        : unread(
                                head,
                                fields,
                                resume(head, ((StreamReader.Result.Longer) result).stream()),
                                Encoded.TOO_LARGE));
    }

    private @Nullable String objection(
            HttpResponse<?> head,
            Fields fields,
            CloseableByteBody stream,
            Function<Fetched, @Nullable String> forecast) {
        String objection = forecast.apply(new Fetched(head.code(), fields, null, null, null));
        boolean tooLarge = stream.expectedLength().orElse(0) > maxBodySize;
        return objection == null && tooLarge ? Encoded.TOO_LARGE : objection;
    }

    private CloseableByteBody resume(HttpResponse<?> head, ResumedStream stream) {
        return bodies.adapt(stream, BodySizeLimits.UNLIMITED, head.getHeaders(), stream::cancel);
    }

    private static Encoded unread(HttpResponse<?> head, Fields fields, CloseableByteBody stream, String detail) {
        return new Encoded(
                Responses.of(head, fields, stream), new Fetched(head.code(), fields, null, null, detail));
    }
}
