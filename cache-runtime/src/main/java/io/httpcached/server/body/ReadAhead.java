package io.httpcached.server.body;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableByteBody;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Determines whether a body fits a limit by reading its beginning. The bytes stay in the body, so that a longer one can
 * still be sent from its first byte, and the rest of it at the pace of its receiver.
 */
final class ReadAhead {

    private final long limit;
    private final Scheduler scheduler;

    /**
     * Creates a reader.
     *
     * @param limit the limit in bytes
     * @param executor continues when the end or the limit is reached: the thread that delivers the bytes still handles
     *     them at that moment, and the body cannot be used yet
     */
    ReadAhead(long limit, Executor executor) {
        this.limit = limit;
        this.scheduler = Schedulers.fromExecutor(executor);
    }

    /**
     * Reads the beginning of a body.
     *
     * @param body the body, which can be used as before when the stage is complete
     * @return true if the whole body has arrived and fits the limit; fails with the exception of the body
     */
    CompletionStage<Boolean> fitsLimit(ByteBody body) {
        // The new half sets the pace while it reads, then the old one does.
        CloseableByteBody ahead = body.split(SplitBackpressureMode.NEW);
        return Flux.from(ahead.toReadBufferPublisher())
                .map(ReadAhead::length)
                .scan(0L, Long::sum)
                .takeUntil(sum -> sum > limit)
                .last()
                .map(sum -> sum <= limit)
                .publishOn(scheduler)
                .toFuture();
    }

    private static long length(ReadBuffer buffer) {
        try (buffer) {
            return buffer.readable();
        }
    }
}
