package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** What tests say of stages. */
final class Stages {

    private Stages() {}

    /** The stage ends, and by failing: {@code failsWithin} alone is content with one that never ends. */
    static void assertFails(CompletionStage<?> stage, Duration within) {
        assertThat(stage).failsWithin(within).withThrowableOfType(ExecutionException.class);
    }
}
