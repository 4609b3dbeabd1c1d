package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Continues a stage that is already complete, as that of a hit in memory always is, on the caller's thread and without the
 * dependent stages that {@code CompletableFuture} would allocate.
 */
final class Stages {

    private Stages() {}

    static <T, R> CompletionStage<R> compose(CompletionStage<T> stage, Function<T, CompletionStage<R>> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return hasValue(future) ? next.apply(future.join()) : future.thenCompose(next);
    }

    static <T, R> CompletionStage<R> map(CompletionStage<T> stage, Function<T, R> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return hasValue(future) ? CompletableFuture.completedFuture(next.apply(future.join())) : future.thenApply(next);
    }

    private static boolean hasValue(CompletableFuture<?> future) {
        return future.isDone() && !future.isCompletedExceptionally();
    }
}
