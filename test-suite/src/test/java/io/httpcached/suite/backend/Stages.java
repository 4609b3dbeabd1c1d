package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Assertions on completion stages. */
final class Stages {

    private Stages() {}

    /**
     * Asserts that a stage ends with a failure. {@code failsWithin} alone would also accept a stage that never ends.
     */
    static void assertFails(CompletionStage<?> stage, Duration within) {
        assertThat(stage).failsWithin(within).withThrowableOfType(ExecutionException.class);
    }
}
