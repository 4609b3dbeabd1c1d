package io.httpcached.server.warming;

import io.httpcached.WarmedUri;
import io.httpcached.WarmedUri.Result;
import io.httpcached.server.config.WarmedRequest;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait to warm the cache, and those that run. Equal requests that wait are one. A request whose handler still
 * runs although its time is over is not started again. Thread-safe.
 */
final class WarmingQueue {

    private final int maximum;
    private final Function<WarmedRequest, Run> runner;
    private final Map<WarmedRequest, CompletableFuture<WarmedUri>> waiting = new LinkedHashMap<>();
    private final Set<WarmedRequest> unfinished = new HashSet<>();
    private int active;

    /**
     * A run of a request. Its stages never fail.
     *
     * @param result completes with the result, at the latest after the time limit
     * @param end completes when the handler has ended
     */
    record Run(CompletionStage<WarmedUri> result, CompletionStage<?> end) {}

    private record Next(WarmedRequest request, CompletableFuture<WarmedUri> result) {}

    /**
     * Creates a queue.
     *
     * @param maximum the maximum number of requests that the queue waits for at the same time
     * @param runner starts a request
     */
    WarmingQueue(int maximum, Function<WarmedRequest, Run> runner) {
        this.maximum = maximum;
        this.runner = runner;
    }

    /** Adds a request, unless an equal one waits already, and returns its result. */
    CompletableFuture<WarmedUri> add(WarmedRequest request) {
        CompletableFuture<WarmedUri> result;
        synchronized (this) {
            result = waiting.computeIfAbsent(request, absent -> new CompletableFuture<>());
        }
        startWaiting();
        return result.copy();
    }

    private void startWaiting() {
        for (Next next = takeNext(); next != null; next = takeNext()) {
            start(next);
        }
    }

    private synchronized @Nullable Next takeNext() {
        Iterator<Map.Entry<WarmedRequest, CompletableFuture<WarmedUri>>> entries =
                waiting.entrySet().iterator();
        if (active == maximum || !entries.hasNext()) {
            return null;
        }
        Map.Entry<WarmedRequest, CompletableFuture<WarmedUri>> first = entries.next();
        entries.remove();
        active++;
        return new Next(first.getKey(), first.getValue());
    }

    private void start(Next next) {
        if (!begin(next.request())) {
            next.result()
                    .complete(new WarmedUri(
                            next.request().uri().toString(), Result.FAILED, "an earlier request has not ended"));
            release();
            return;
        }
        Run run = runner.apply(next.request());
        var unusedEnd = run.end().thenRun(() -> end(next.request()));
        // On another thread, or a run that ends at once would start the next one within itself.
        var unused = run.result().thenAcceptAsync(result -> {
            next.result().complete(result);
            release();
            startWaiting();
        });
    }

    private synchronized boolean begin(WarmedRequest request) {
        return unfinished.add(request);
    }

    private synchronized void end(WarmedRequest request) {
        unfinished.remove(request);
    }

    private synchronized void release() {
        active--;
    }
}
