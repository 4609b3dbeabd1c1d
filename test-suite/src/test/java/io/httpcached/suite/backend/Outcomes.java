package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How operations of a backend end. */
final class Outcomes {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Outcomes() {}

    /** {@return whether an operation succeeded, once it has ended; that it ends is asserted} */
    static boolean succeeds(CompletionStage<?> operation) {
        CompletableFuture<Boolean> outcome =
                operation.handle((done, failure) -> failure == null).toCompletableFuture();
        assertThat(outcome).as("an operation ends").succeedsWithin(PATIENCE);
        return outcome.join();
    }

    /** Repeats an operation until it fails: a process that was halted may have had an answer under way. */
    static void awaitFailure(Supplier<CompletionStage<?>> operation) {
        Eventually.get(() -> succeeds(operation.get()), succeeded -> !succeeded);
    }

    /** Repeats an operation until it succeeds. */
    static void awaitSuccess(Supplier<CompletionStage<?>> operation) {
        Eventually.get(() -> succeeds(operation.get()), succeeded -> succeeded);
    }
}
