package io.httpcached.server.filter;

import io.httpcached.engine.OutcomeDetail;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.interceptor.RequestBody;
import io.httpcached.server.request.RequestContent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableByteBody;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Reads the bodies of requests for their keys. The bytes stay in the request, so that its handler receives them as if nobody had
 * read them: also those of a body that is too large or breaks off. Thread-safe.
 */
@Singleton
final class RequestBodies {

    private final int limit;

    RequestBodies(HttpCacheConfiguration settings) {
        this.limit = settings.getMaxRequestBodySize();
    }

    /**
     * Reads the body of a request.
     *
     * @param request the request
     * @param executor continues when the end or the limit is reached: the thread that delivers the bytes still handles them
     *     at that moment, and the body cannot be used yet
     * @return the body, or the reason why it is not read; never fails
     */
    CompletionStage<RequestBody> read(HttpRequest<?> request, Executor executor) {
        if (!(RequestContent.innermost(request) instanceof ServerHttpRequest<?> received)) {
            return CompletableFuture.completedFuture(
                    RequestBody.notRead(OutcomeDetail.REQUEST_BODY_NOT_READABLE.text()));
        }
        try {
            return read(received.byteBody(), executor)
                    .exceptionally(broken -> RequestBody.notRead(OutcomeDetail.REQUEST_BODY_NOT_READABLE.text()));
        } catch (IllegalStateException taken) {
            // A filter outside the cache has used up the body.
            return CompletableFuture.completedFuture(
                    RequestBody.notRead(OutcomeDetail.REQUEST_BODY_NOT_READABLE.text()));
        }
    }

    private CompletionStage<RequestBody> read(ByteBody body, Executor executor) {
        if (body.expectedLength().orElse(0) > limit) {
            return CompletableFuture.completedFuture(RequestBody.notRead(OutcomeDetail.REQUEST_BODY_TOO_LARGE.text()));
        }
        if (body instanceof AvailableByteBody available) {
            return CompletableFuture.completedFuture(
                    RequestBody.of(available.split().toByteArray()));
        }
        // The new half sets the pace while it reads, then the old one does.
        CloseableByteBody ahead = body.split(SplitBackpressureMode.NEW);
        return Flux.from(ahead.toByteArrayPublisher())
                .scan(new ByteArrayOutputStream(), (read, bytes) -> {
                    read.writeBytes(bytes);
                    return read;
                })
                .takeUntil(read -> read.size() > limit)
                .last()
                .publishOn(Schedulers.fromExecutor(executor))
                .map(read -> read.size() > limit
                        ? RequestBody.notRead(OutcomeDetail.REQUEST_BODY_TOO_LARGE.text())
                        : RequestBody.of(read.toByteArray()))
                .toFuture();
    }
}
