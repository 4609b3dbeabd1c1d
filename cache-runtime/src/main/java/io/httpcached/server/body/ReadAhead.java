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
 * Tells short bodies from long ones by reading their beginnings. What was read stays in the body itself, so that a long one
 * can still be sent from its first byte on, and the rest of it at the pace of its receiver.
 */
final class ReadAhead {

    private final long limit;
    private final Scheduler scheduler;

    /**
     * Creates a reader.
     *
     * @param limit how many bytes a short body may have
     * @param executor goes on when the end or the limit is reached: the thread that delivers the bytes is busy with them
     *     then, and the body not ready to be used
     */
    ReadAhead(long limit, Executor executor) {
        this.limit = limit;
        this.scheduler = Schedulers.fromExecutor(executor);
    }

    /**
     * Reads the beginning of a body.
     *
     * @param body the body, which can be used as before when this is done
     * @return whether all of it has arrived and is within the limit; fails with the exception of the body
     */
    CompletionStage<Boolean> isShort(ByteBody body) {
        // The new half sets the pace as long as it reads, the old one from then on.
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
