package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StagesTest {

    @Test
    void aCompleteStageContinuesAtOnceWithoutADependentStage() {
        CompletableFuture<String> next = CompletableFuture.completedFuture("next");
        assertThat(Stages.compose(CompletableFuture.completedFuture("a"), value -> next))
                .isSameAs(next);
        assertThat(Stages.map(CompletableFuture.completedFuture("a"), value -> value + "b"))
                .isCompletedWithValue("ab");
    }

    @Test
    void anIncompleteStageContinuesLater() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletableFuture<String> composed = Stages.compose(
                        stage, value -> (CompletionStage<String>) CompletableFuture.completedFuture(value + "b"))
                .toCompletableFuture();
        CompletableFuture<String> mapped =
                Stages.map(stage, value -> value + "c").toCompletableFuture();
        assertThat(composed).isNotDone();
        assertThat(mapped).isNotDone();
        stage.complete("a");
        assertThat(composed).isCompletedWithValue("ab");
        assertThat(mapped).isCompletedWithValue("ac");
    }

    @Test
    void aFailedStageIsPassedOn() {
        CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException("no"));
        assertThat(Stages.map(failed, value -> value).toCompletableFuture()).isCompletedExceptionally();
        assertThat(Stages.compose(failed, CompletableFuture::completedFuture).toCompletableFuture())
                .isCompletedExceptionally();
    }
}
