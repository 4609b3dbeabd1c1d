package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WriteResultTest {

    @Test
    void twoWritesAreKeptIfBothAre() {
        WriteResult kept = WriteResult.completed(true);
        WriteResult lost = WriteResult.completed(false);
        assertThat(kept.and(kept).kept()).isTrue();
        assertThat(kept.and(lost).kept()).isFalse();
        assertThat(lost.and(kept).kept()).isFalse();
    }

    @Test
    void twoWritesAreDoneWhenBothAre() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        WriteResult both = new WriteResult(true, first).and(new WriteResult(true, second));
        first.complete("");
        assertThat(both.done().toCompletableFuture()).isNotDone();
        second.complete("");
        assertThat(both.done().toCompletableFuture()).isCompleted();
        assertThat(WriteResult.completed(true).done().toCompletableFuture()).isCompleted();
    }
}
