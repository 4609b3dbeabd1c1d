package io.httpcached.server;

import io.micronaut.http.body.ByteBody;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Reads a body that comes as a stream into memory, up to a limit. What is longer is not lost: it is handed on as a stream
 * that begins with what was read.
 */
final class StreamReader implements Subscriber<byte[]> {

    /** What came of reading. */
    sealed interface Result {

        /**
         * The whole body.
         *
         * @param bytes the body
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
        record Whole(byte[] bytes) implements Result {}

        /**
         * The body is over the limit.
         *
         * @param stream all of it, to be read once
         */
        record Longer(ResumedStream stream) implements Result {}
    }

    private final int limit;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private @Nullable Subscription upstream;
    private @Nullable ResumedStream resumed;

    private StreamReader(int limit) {
        this.limit = limit;
    }

    /**
     * Reads a body.
     *
     * @param body the body, which is consumed
     * @param limit how many bytes it may have
     * @return what came of it; fails with the exception of the stream
     */
    static CompletionStage<Result> read(ByteBody body, int limit) {
        StreamReader reader = new StreamReader(limit);
        body.toByteArrayPublisher().subscribe(reader);
        return reader.result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(byte[] bytes) {
        ResumedStream rest = resumed;
        Subscription source = upstream;
        if (rest != null) {
            rest.onNext(bytes);
        } else if (source != null) {
            read.writeBytes(bytes);
            if (read.size() <= limit) {
                source.request(1);
            } else {
                ResumedStream all = new ResumedStream(read.toByteArray(), source);
                resumed = all;
                result.complete(new Result.Longer(all));
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        ResumedStream rest = resumed;
        if (rest != null) {
            rest.onError(failure);
        } else {
            result.completeExceptionally(failure);
        }
    }

    @Override
    public void onComplete() {
        ResumedStream rest = resumed;
        if (rest != null) {
            rest.onComplete();
        } else {
            result.complete(new Result.Whole(read.toByteArray()));
        }
    }
}
