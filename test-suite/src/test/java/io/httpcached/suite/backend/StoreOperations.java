package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Waits for the results of backend operations. */
final class StoreOperations {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private StoreOperations() {}

    /** Asserts that an operation ends, and returns whether it succeeded. */
    static boolean succeeds(CompletionStage<?> operation) {
        CompletableFuture<Boolean> outcome =
                operation.handle((done, failure) -> failure == null).toCompletableFuture();
        assertThat(outcome).as("end of the operation").succeedsWithin(TIMEOUT);
        return outcome.join();
    }

    /**
     * Repeats an operation until it fails, because the reply to an earlier one may have been sent before the process
     * was halted.
     */
    static void awaitFailure(Supplier<CompletionStage<?>> operation) {
        Eventually.get(() -> succeeds(operation.get()), succeeded -> !succeeded);
    }

    /** Repeats an operation until it succeeds. */
    static void awaitSuccess(Supplier<CompletionStage<?>> operation) {
        Eventually.get(() -> succeeds(operation.get()), succeeded -> succeeded);
    }
}
