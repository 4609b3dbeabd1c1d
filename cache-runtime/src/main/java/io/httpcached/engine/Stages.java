package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Continues a stage on the caller's thread when it is complete already, which a hit in memory always is, without the
 * dependent stages that {@code CompletableFuture} would allocate.
 */
final class Stages {

    private Stages() {}

    static <T, R> CompletionStage<R> compose(CompletionStage<T> stage, Function<T, CompletionStage<R>> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return isPresent(future) ? next.apply(future.join()) : future.thenCompose(next);
    }

    static <T, R> CompletionStage<R> map(CompletionStage<T> stage, Function<T, R> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return isPresent(future)
                ? CompletableFuture.completedFuture(next.apply(future.join()))
                : future.thenApply(next);
    }

    private static boolean isPresent(CompletableFuture<?> future) {
        return future.isDone() && !future.isCompletedExceptionally();
    }
}
